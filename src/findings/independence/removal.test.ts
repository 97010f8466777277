import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleStories } from '../../../test/example-reports.ts'
import { ferryStory } from '../../../test/fixtures/ferry.ts'
import { documentOf, type Found, readingOf } from '../../../test/make.ts'
import { intakeOf } from '../../app/intake.ts'
import { read } from '../../extract/read.ts'
import { withoutInner } from '../../extract/statements/without-inner.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { ClaimGroup } from '../../provenance/claims/claims.ts'
import { findReuse } from '../../provenance/copying/reuse.ts'
import { derive } from '../../provenance/derivations.ts'
import { provenanceOf } from '../../provenance/graph/provenance.ts'
import { voicesOfOriginals } from '../../provenance/graph/voices-of-originals.ts'
import { trace } from '../../tracing/trace.ts'
import { independence } from './independence.ts'

/** Who speaks and what was made from what, as these reports alone show it. */
function laidOut(readings: readonly Reading[]) {
  const reuse = findReuse(readings.map(({ document }) => document))
  const voices = voicesOfOriginals(readings, reuse)
  return provenanceOf(readings, voices, derive(readings, voices, reuse), reuse)
}

/** Counts the claims; who belongs to which body is as `known` has it, for a report that is gone may have been the one to say so. */
function countedIn(readings: readonly Reading[], groups: readonly ClaimGroup[], known = laidOut(readings)) {
  const provenance = laidOut(readings)
  const voices = { ...provenance.voices, bodyOf: known.voices.bodyOf }
  return new Map(groups.map((group) => [group.id, independence(group, { ...provenance, voices })]))
}

/** The same claims without the statements of one report. */
function groupsWithout(groups: readonly ClaimGroup[], gone: string): readonly ClaimGroup[] {
  const left = (refs: ClaimGroup['statements']) => refs.filter(({ document }) => document !== gone)
  return groups
    .map((group) => ({
      ...group,
      statements: left(group.statements),
      positions: group.positions
        .map((position) => ({ ...position, statements: left(position.statements) }))
        .filter(({ statements }) => statements.length > 0),
    }))
    .filter(({ statements }) => statements.length > 0)
}

/**
 * Claims that have more origins once a report is taken away, unless it took the only one with it. Of two outlets that go
 * back to each other, nothing tells once one is gone: such a claim is left out.
 */
function risen(readings: readonly Reading[], groups: readonly ClaimGroup[]): readonly string[] {
  const known = laidOut(readings)
  const before = countedIn(readings, groups, known)
  return readings.flatMap(({ document }) => {
    const rest = readings.filter((reading) => reading.document !== document)
    const after = countedIn(rest, groupsWithout(groups, document.id), known)
    return [...after].flatMap(([id, { claim: now }]) => {
      const old = before.get(id)
      if (!old || old.rings.length > 0 || now.independent <= old.claim.independent) return []
      if (old.claim.bottleneck !== null && now.bottleneck === null) return []
      return [`without ${document.id}, ${id} “${now.gist}”: ${old.claim.origins} -> ${now.origins}`]
    })
  })
}

const readAll = (documents: readonly Document[]) => documents.map((document) => withoutInner(read(document)))

async function exampleDocuments(story: string): Promise<readonly Document[]> {
  const documents: Document[] = []
  for await (const intake of intakeOf([`examples/${story}`], Readable.from([]))) documents.push(...intake.documents)
  return documents
}

/** How a made-up report says where it has the closing of a bridge from. */
type Manner =
  | { readonly kind: 'person' | 'body' | 'unnamed' | 'bare' | 'we' | 'denied'; readonly who: number }
  | { readonly kind: 'cites'; readonly who: number }

const people = ['Iva Sedlak', 'Tomo Bril', 'Rada Kolm'] as const
const bodies = ['Bridge Inspectorate', 'Harbour Board'] as const
const papers = ['Norden Courier', 'Lisk Gazette', 'Island Mail', 'Coast Week', 'Harbour Post', 'Fjord Times'] as const
const paper = (n: number) => papers[n % papers.length] ?? papers[0]

/** One report; it may cite only papers before it, since of two that cite each other nothing tells once one is gone. */
function reportOf({ kind, who }: Manner, n: number, day: number): Reading {
  const person = people[who % people.length] ?? people[0]
  const body = bodies[who % bodies.length] ?? bodies[0]
  const cited = paper(who % Math.max(1, n))
  const ways: Readonly<Record<string, readonly [string, Found]>> = {
    person: [
      'The bridge will close, engineer NAME said.',
      { mentions: [[person, 'person'] as const], attributions: [{ source: person, content: 'The bridge will close' }] },
    ],
    denied: [
      'Engineer NAME denied that the bridge will close.',
      { mentions: [[person, 'person'] as const], attributions: [{ source: person, content: 'the bridge will close' }] },
    ],
    body: [
      'The bridge will close, the NAME said.',
      {
        mentions: [[body, 'organisation'] as const],
        attributions: [{ source: body, content: 'The bridge will close', kind: 'institution' as const }],
      },
    ],
    unnamed: [
      'The bridge will close, an official said.',
      { attributions: [{ source: 'an official', content: 'The bridge will close', kind: 'anonymous' as const }] },
    ],
    bare: ['The bridge will close.', {}],
    we: ['We counted the cracks: the bridge will close.', {}],
    cites: [
      'The bridge will close, NAME reported.',
      {
        mentions: [[cited, 'outlet'] as const],
        attributions: [{ source: cited, content: 'The bridge will close', kind: 'outlet' as const }],
      },
    ],
  }
  const [text, found] = ways[n === 0 && kind === 'cites' ? 'bare' : kind] ?? ['', {}]
  const name = kind === 'body' ? body : kind === 'cites' ? cited : person
  const words = text.includes('The bridge will close') ? 'The bridge will close' : 'the bridge will close'
  return readingOf(
    documentOf(text.replace('NAME', name), { id: `a${n}`, publisher: paper(n), published: `2031-05-0${day}` }),
    { ...found, statements: [{ words, certainty: kind === 'denied' ? 'denied' : 'asserted' }] },
  )
}

const manner = fc.record({
  kind: fc.constantFrom('person', 'body', 'unnamed', 'bare', 'we', 'cites', 'denied'),
  who: fc.nat(5),
}) as fc.Arbitrary<Manner>

/** Claims that have more origins when the other reports are traced alone; found again by where most of their statements stand. */
function risenAnew(documents: readonly Document[]): readonly string[] {
  const before = trace(documents)
  const rings = new Set(before.findings.flatMap(({ kind, claim }) => (kind === 'circular' ? [claim] : [])))
  return documents.flatMap((gone) => {
    const after = trace(documents.filter((document) => document !== gone))
    const claimAt = new Map(after.statements.map(({ id, claim }) => [id, claim]))
    return before.claims.flatMap((old) => {
      const moved = after.claims.find(({ id }) => id === commonest(old.statements.map((at) => claimAt.get(at))))
      if (!moved || rings.has(old.id) || moved.independent <= old.independent) return []
      if (old.bottleneck !== null && moved.bottleneck === null) return []
      return [`without ${gone.id}, ${old.id} “${old.gist}”: ${old.origins} -> ${moved.origins}`]
    })
  })
}

function commonest(claims: readonly (string | null | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const claim of claims) if (claim) counts.set(claim, (counts.get(claim) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/**
 * Known to rise. A copied statement stands where its original does; without the original it is compared for itself, and is taken for an
 * answer to another question than before (docs/decisions, 5).
 */
const knownToRise: ReadonlySet<string> = new Set(['tank-seven: without 1-iberia-wire'])

describe('taking a report away and tracing the rest anew adds no origin', () => {
  // Of two outlets that go back to each other nothing tells once one is gone: such claims are left out.
  it.each(exampleStories)('in the bundled story %s', { timeout: 180_000 }, async (story) => {
    const risen = risenAnew(await exampleDocuments(story)).map((found) => `${story}: ${found.split(',')[0]}`)
    expect(risen.filter((found) => !knownToRise.has(found))).toEqual([])
  })
})

describe('taking a report away adds no origin', () => {
  it('in a small story', () => {
    const readings = readAll(ferryStory)
    const { claims } = laidOut(readings)
    expect(claims.length).toBeGreaterThan(3)
    expect(risen(readings, claims)).toEqual([])
  })

  it.each(exampleStories)('in the bundled story %s', async (story) => {
    const readings = readAll(await exampleDocuments(story))
    const { claims } = laidOut(readings)
    expect(claims.length).toBeGreaterThan(10)
    expect(risen(readings, claims)).toEqual([])
  })

  it('whoever each report names, cites or denies', () => {
    const reports = fc.array(fc.tuple(manner, fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(reports, (made) => {
        const readings = made.map(([how, day], n) => reportOf(how, n, day))
        const statements = readings.map(({ document }) => ({ document: document.id, statement: 0 }))
        const denials = statements.filter((_, n) => made[n]?.[0].kind === 'denied')
        const positions = [
          {
            figures: null,
            polarity: 'affirmed' as const,
            statements: statements.filter((ref) => !denials.includes(ref)),
          },
          { figures: null, polarity: 'denied' as const, statements: denials },
        ].filter((position) => position.statements.length > 0)
        const claim: ClaimGroup = { id: 'c1', gist: 'the bridge will close', statements, positions }
        expect(risen(readings, [claim])).toEqual([])
        const counted = countedIn(readings, [claim]).get('c1')?.claim
        expect(counted?.paths).toBeLessThanOrEqual(counted?.independent ?? 0)
      }),
      { numRuns: 60 },
    )
  })
})
