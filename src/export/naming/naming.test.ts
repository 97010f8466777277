import { describe, expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { momentsOf, timestamp } from './moments.ts'
import { namesIn } from './names.ts'
import { uuidOf } from './uuid.ts'

it.each([
  // The example of Python's uuid module, and that of STIX 2.1 for an address.
  ['6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
  ['00abedb4-aa42-466c-9c01-fed23315a9b7', '{"value":"198.51.100.3"}', '28bb3599-77cd-5a82-a950-b5bc3caf07c4'],
])('in %s %s is %s', (namespace, name, uuid) => {
  expect(uuidOf(namespace, name)).toBe(uuid)
})

describe('what a thing is called outside of its report', () => {
  const report = glassworks()
  const names = namesIn(report)

  it('is of each another', () => {
    const all = [
      ...report.documents.map(({ id }) => names.document(id)),
      ...report.sources.map(({ id }) => names.source(id)),
      ...report.statements.map(({ id }) => names.statement(id)),
      ...report.claims.map(({ id }) => names.claim(id)),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('stays where a report stands in another collection under another number', () => {
    const other = {
      ...report,
      claims: report.claims.map((claim) => ({ ...claim, id: `${claim.id}00` })),
      documents: report.documents.slice(0, 2),
    }
    const [claim] = report.claims
    expect(namesIn(other).claim(`${claim?.id}00`)).toBe(names.claim(claim?.id ?? ''))
    expect(namesIn(other).document('a1')).toBe(names.document('a1'))
  })

  it('is another one where the text of the report is another', () => {
    const other = { ...report, documents: report.documents.map((one) => ({ ...one, sha256: 'f'.repeat(64) })) }
    expect(namesIn(other).document('a1')).not.toBe(names.document('a1'))
    expect(namesIn(other).report).not.toBe(names.report)
  })

  it('tells one page that was saved twice apart', () => {
    const [one] = report.documents
    const twice = { ...report, documents: one ? [one, { ...one, id: 'copy of a1' }] : [] }
    expect(namesIn(twice).document('copy of a1')).not.toBe(names.document('a1'))
    expect(namesIn(twice).document('a1')).toBe(names.document('a1'))
  })

  it('calls "an official" after the report, also where its id is an address of mail', () => {
    const source = { name: 'an official', aliases: [], kind: 'anonymous' as const, affiliation: null }
    const nameIn = (documentId: string, sha256: string) => {
      const documents = report.documents.slice(0, 1).map((one) => ({ ...one, id: documentId, sha256, url: null }))
      return namesIn({ ...report, documents, sources: [{ ...source, id: `official@${documentId}` }] }).source(
        `official@${documentId}`,
      )
    }
    expect(nameIn('1.2@mail.example', 'a'.repeat(64))).not.toBe(nameIn('1.2@mail.example', 'b'.repeat(64)))
  })

  it('tells "an official" of one report from that of another, and two of one name', () => {
    const voice = (id: string) => ({
      id,
      name: 'an official',
      aliases: [],
      kind: 'anonymous' as const,
      affiliation: null,
    })
    const person = (id: string) => ({ id, name: 'J. Lund', aliases: [], kind: 'person' as const, affiliation: null })
    const sources = [voice('official@a1'), voice('official@a2'), person('lund'), person('lund-2')]
    const of = namesIn({ ...report, sources })
    expect(new Set(sources.map(({ id }) => of.source(id))).size).toBe(4)
  })
})

it.each([
  ['2025-06-19', '2025-06-19T00:00:00.000Z'],
  ['2025-06', '2025-06-01T00:00:00.000Z'],
  ['2025', '2025-01-01T00:00:00.000Z'],
  ['2025-06-19T09:10', '2025-06-19T09:10:00.000Z'],
  ['2025-06-19T09:10:00+02:00', '2025-06-19T07:10:00.000Z'],
  ['2025-13-45', undefined],
  ['2025-02-30', undefined],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['0000-01-01T00:30+02:00', undefined],
  ['9999-12-31T23:30-02:00', undefined],
  ['last week', undefined],
  [null, undefined],
])('%s begins at %s', (date, moment) => {
  expect(timestamp(date)).toBe(moment)
})

it('dates a report by its documents, and one without any by nothing', () => {
  expect(momentsOf(glassworks())).toEqual({ since: '2025-03-04T06:00:00.000Z', upTo: '2025-03-09T10:00:00.000Z' })
  expect(momentsOf({ documents: [] }).upTo).toBe('1970-01-01T00:00:00.000Z')
})
