import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { traceExample } from '../../../test/example-reports.ts'
import { awkward, lone, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport, noted } from '../../../test/fixtures/noted.ts'
import { wellFormed } from '../json/pieces.ts'
import { observableUuid, type StixObject, stixBundle, stixObjects } from './stix.ts'

/** What STIX 2.1 says of the objects that are written here (sections 2 to 7); nothing that it does not know may stand in them. */
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const id = (type = '[a-z][a-z0-9-]+') => z.string().regex(new RegExp(`^(?:${type})--${uuid}$`))
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
const words = z.string().refine((text) => text.trim() !== '' && text.isWellFormed(), 'no words')
const address = z.url().regex(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/)
const refs = z.array(id()).min(1)
const reference = z
  .strictObject({
    source_name: words,
    description: words.optional(),
    url: address.optional(),
    external_id: words.optional(),
  })
  .refine(({ description, url, external_id }) => description ?? url ?? external_id)
const marked = {
  object_marking_refs: z
    .array(z.string().regex(/^marking-definition--/))
    .min(1)
    .optional(),
}
const observable = { spec_version: z.literal('2.1'), ...marked }
const domain = <const T extends string>(type: T) => ({
  type: z.literal(type),
  spec_version: z.literal('2.1'),
  id: id(type),
  created_by_ref: id('identity').optional(),
  created: moment,
  modified: moment,
  labels: z.array(words).min(1).optional(),
  confidence: z.int().min(0).max(100).optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  external_references: z.array(reference).min(1).optional(),
  ...marked,
})
const object = z.discriminatedUnion('type', [
  z.strictObject({
    ...domain('identity'),
    name: words,
    description: words.optional(),
    identity_class: z.enum(['individual', 'group', 'system', 'organization', 'class', 'unspecified']).optional(),
  }),
  z
    .strictObject({
      ...domain('observed-data'),
      first_observed: moment,
      last_observed: moment,
      number_observed: z.int().min(1).max(999_999_999),
      object_refs: z.array(id('file|url')).min(1),
    })
    .refine(({ first_observed, last_observed }) => first_observed <= last_observed, 'last before first'),
  z.strictObject({
    ...domain('note'),
    abstract: words.optional(),
    content: words,
    authors: z.array(words).optional(),
    object_refs: refs,
  }),
  z.strictObject({
    ...domain('opinion'),
    explanation: words.optional(),
    authors: z.array(words).optional(),
    opinion: z.enum(['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree']),
    object_refs: refs,
  }),
  z.strictObject({
    ...domain('relationship'),
    relationship_type: z.string().regex(/^[a-z0-9-]+$/),
    description: words.optional(),
    source_ref: id(),
    target_ref: id(),
  }),
  z.strictObject({
    ...domain('report'),
    name: words,
    description: words.optional(),
    report_types: z.array(words).min(1).optional(),
    published: moment,
    object_refs: z.array(z.string()).min(1),
  }),
  z.strictObject({
    type: z.literal('file'),
    id: id('file'),
    ...observable,
    hashes: z.strictObject({ 'SHA-256': z.string().regex(/^[0-9a-f]{64}$/) }),
    name: words,
    mime_type: z.string(),
  }),
  z.strictObject({ type: z.literal('url'), id: id('url'), ...observable, value: address }),
  z.strictObject({
    type: z.literal('marking-definition'),
    spec_version: z.literal('2.1'),
    id: z.string(),
    created: moment,
    definition_type: z.literal('tlp'),
    name: words,
    definition: z.strictObject({ tlp: z.enum(['white', 'green', 'amber', 'red']) }),
  }),
])

const reports = [
  ['the glassworks', glassworks()],
  ['what people wrote', noted()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['one claim without an origin', lone()],
  ['nothing', nothing()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
] as const

describe.each(reports)('%s as a STIX bundle', (_, report) => {
  const objects = [...stixObjects(report)]

  it('has nothing but what STIX 2.1 knows, and all that it wants', () => {
    const given = JSON.parse([...stixBundle(report)].join('')) as { readonly objects: readonly StixObject[] }
    expect(given.objects.length).toBe(objects.length)
    for (const one of given.objects) {
      expect(object.safeParse(one).error?.message ?? 'fits', JSON.stringify(one)).toBe('fits')
      if ('modified' in one) expect(String(one.modified) >= String(one.created)).toBe(true)
    }
  })

  it('has every object once, and refers to none that is not there', () => {
    const ids = new Set(objects.map((one) => one.id))
    expect(ids.size).toBe(objects.length)
    const referred = objects.flatMap((one) =>
      Object.entries(one).flatMap(([key, held]) => (/_refs?$/.test(key) ? [held].flat() : [])),
    )
    expect(referred.length).toBeGreaterThanOrEqual(objects.length)
    expect(referred.filter((one) => !ids.has(String(one)))).toEqual([])
  })

  it('is written as JSON, the same each time', () => {
    const text = [...stixBundle(report)].join('')
    expect(JSON.parse(text)).toMatchObject({ type: 'bundle', objects: JSON.parse(wellFormed(objects)) })
    expect([...stixBundle(report)].join('')).toBe(text)
  })
})

const ofType = (objects: Iterable<StixObject>, type: string) => [...objects].filter((one) => one.type === type)

it('names observables as STIX wants, so that other platforms name them the same', () => {
  const [url] = ofType(stixObjects(noted()), 'url')
  expect(url?.id).toBe(`url--${observableUuid({ value: url?.value })}`)
})

it('takes no side itself, and gives a denial to the voice that denies', () => {
  const opinions = ofType(stixObjects(glassworks()), 'opinion')
  const ours = opinions.filter(({ authors }) => authors === undefined)
  expect(ours.length).toBe(glassworks().claims.length)
  expect(new Set(ours.map(({ opinion }) => opinion))).toEqual(new Set(['neutral']))
  const theirs = opinions.filter(({ authors }) => authors !== undefined)
  expect(theirs.map(({ authors, opinion }) => [authors, opinion])).toContainEqual([['Halvar Glas AB'], 'disagree'])
})

it('says from which report another was made', () => {
  const objects = [...stixObjects(glassworks())]
  const madeFrom = ofType(objects, 'relationship').filter((one) => one.relationship_type === 'derived-from')
  const titles = new Map(
    ofType(objects, 'observed-data').map((one) => [
      one.id,
      (one.external_references as { external_id: string }[])[0]?.external_id,
    ]),
  )
  expect(
    madeFrom.map((one) => [titles.get(String(one.source_ref)), titles.get(String(one.target_ref))]),
  ).toContainEqual(['a2', 'a1'])
})

it.each(['white', 'green', 'amber', 'red'] as const)('marks everything as TLP:%s when asked', (marking) => {
  const objects = [...stixObjects(noted(), { marking })].filter(({ type }) => type !== 'marking-definition')
  for (const one of objects) expect(one.object_marking_refs).toHaveLength(1)
})

it('keeps the time a thing was first made when more comes to the collection', () => {
  const at = (upTo: string) => [...stixObjects(noted(), { moments: { since: '2025-03-01T00:00:00.000Z', upTo } })]
  const [before, after] = [at('2025-03-11T00:00:00.000Z'), at('2025-03-12T00:00:00.000Z')]
  expect(after.map(({ created }) => created)).toEqual(before.map(({ created }) => created))
  expect(after.at(-1)?.modified).not.toBe(before.at(-1)?.modified)
  // What every collection gives must be the same from each.
  expect(after[0]).toEqual(before[0])
})

it('names a page as other platforms do, brackets and all', () => {
  const urls = ofType(stixObjects(awkward()), 'url').map(({ value }) => value)
  expect(urls).toContain('https://wire.example/wiki/Halvar_(glassworks)')
})

it.each([
  ['2025-03', '2025-03-01T00:00:00.000Z', '2025-03-31T23:59:59.999Z'],
  ['2024', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
  ['2025-03-04', '2025-03-04T00:00:00.000Z', '2025-03-04T23:59:59.999Z'],
  ['2025-03-04T09:10:00+02:00', '2025-03-04T07:10:00.000Z', '2025-03-04T07:10:00.000Z'],
  [null, '2025-03-04T09:40:00.000Z', '2025-03-09T10:00:00.000Z'],
])('says of a report of %s no more than is known of when it came', (published, from, to) => {
  const report = glassworks()
  const documents = report.documents.map((one) => (one.id === 'a1' ? { ...one, published } : one))
  const [seen] = ofType(stixObjects({ ...report, documents }), 'observed-data')
  expect([seen?.first_observed, seen?.last_observed]).toEqual([from, to])
})
