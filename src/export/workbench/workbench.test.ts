import { beforeAll, describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import type { Extent } from '../../model/mention.ts'
import type { Report } from '../../model/report.ts'
import { ended } from '../../text/steps.ts'
import { nameOf } from '../view/lookup.ts'
import { blame } from './blame.ts'
import { type Catalogue, cataloguing } from './catalogue.ts'
import { claimPage } from './claim-page.ts'
import { claimRow, claimsFor } from './claim-rows.ts'
import { documentRow, documentsFor } from './document-page.ts'
import { listedReport } from './listed-report.ts'
import { river } from './river.ts'
import { keyOf, type Shelf, type Story, shelved } from './shelf.ts'
import { claimsOfSource, sourceRow, sourcesFor } from './source-rows.ts'
import { placesOf, storyPage, timeline } from './story-page.ts'
import { type Doubt, doubting, doubtsIn, suggestions } from './suggestions.ts'

const shelfOf = (report: Report): Shelf => shelved(report, [report.documents.map(({ id }) => id)])
const catalogueOf = (report: Report): Catalogue => {
  const { digest } = listedReport(report)
  const placed = (things: readonly unknown[]) => things.map((_, place) => ({ pile: 0, place }))
  return ended(
    cataloguing({
      piles: [{ listed: digest, sourceIds: new Map(), claimIds: report.claims.map(({ id }) => id) }],
      documents: placed(report.documents),
      claims: placed(report.claims),
      sources: report.sources,
      annotations: [],
      unapplied: [],
      stories: [report.documents.map(({ id }) => id)],
      arrival: () => 0,
    }),
  )
}
const doubtsOf = (report: Report): readonly Doubt[] =>
  ended(doubting(catalogueOf(report), [...doubtsIn(shelfOf(report))]))
const only = (shelf: Shelf): Story => {
  const [story] = shelf.stories
  if (!story) throw new Error('there is no story')
  return story
}

let tank: Shelf
let herring: Shelf
const glass = shelfOf(glassworks())
beforeAll(async () => {
  tank = shelfOf(await traceExample('tank-seven'))
  herring = shelfOf(await traceExample('herring-quay'))
}, 60_000)

describe('the river of a story', () => {
  it('says of a voice without a name that it has none', () => {
    const nodes = new Map(river(tank, only(tank)).nodes.map((node) => [node.name, node.isUnnamed]))
    expect([nodes.get('residents'), nodes.get('Duarte Pimentel')]).toEqual([true, undefined])
  })

  it('has every report of it, right of everything it was made from', () => {
    for (const shelf of [glass, tank, herring]) {
      const { nodes, links } = river(shelf, only(shelf))
      const column = new Map(nodes.map((node) => [node.id, node.column]))
      expect(
        nodes
          .filter(({ kind }) => kind === 'document')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(shelf.report.documents.map(({ id }) => id).sort())
      const back = links.filter(({ from, to }) => (column.get(from) ?? 0) >= (column.get(to) ?? 0))
      // Only a ring, whose reports have each other as their source, has a link that leads back.
      expect(back.length).toBeLessThanOrEqual(shelf === tank ? 0 : 1)
      for (const { from, to } of links) expect([column.has(from), column.has(to)]).toEqual([true, true])
    }
  })

  it('tells who said it, who printed it, and who made a report out of that', () => {
    const { nodes, links } = river(tank, only(tank))
    const named = (id: string) => nameOf(tank, id)
    const way = links.map(({ from, to }) => `${named(from)} → ${named(to)}`)
    expect(way).toContain('Duarte Pimentel → Iberia Wire')
    expect(way).toContain('Iberia Wire → Correio Atlantico')
    // It has the fire chief's words through the wire only, whatever it says itself.
    expect(way).not.toContain('Duarte Pimentel → Correio Atlantico')
    const wire = links.find(({ to }) => to === '3-correio-atlantico')
    expect(wire).toMatchObject({ basis: 'inferred', manner: 'rewrites' })
    expect(wire?.shared).toBeGreaterThan(3)
    expect(nodes[0]?.column).toBe(0)
  })

  it('keeps reports of one column in the order in which they came out', () => {
    const { nodes } = river(tank, only(tank))
    for (const column of new Set(nodes.map((node) => node.column))) {
      const days = nodes.filter((node) => node.column === column).flatMap(({ published }) => published ?? [])
      expect(days).toEqual([...days].sort())
    }
  })

  it('names the voices that claims of several reports have to pass', () => {
    const { bottlenecks, nodes } = river(tank, only(tank))
    expect(bottlenecks.map((id) => nameOf(tank, id))).toContain('Ines Quadros')
    for (const id of bottlenecks) expect(nodes.map((node) => node.id)).toContain(id)
  })

  it('draws as one what differs in nothing, where there are many', () => {
    const copies = 400
    const report = glassworks()
    const [first] = report.documents
    if (!first) throw new Error('there is no report')
    const many = Array.from({ length: copies }, (_, n) => ({ ...first, id: `copy-${n}`, title: `Copy ${n}` }))
    const evidence = [{ document: first.id, start: 0, end: 4, quote: first.text.slice(0, 4) }] as const
    const shelf = shelfOf({
      ...report,
      documents: [...report.documents, ...many],
      derivations: [
        ...report.derivations,
        ...many.map(({ id }) => ({
          from: first.id,
          to: id,
          manner: 'copies' as const,
          basis: 'inferred' as const,
          confidence: 0.9,
          evidence: [{ ...evidence[0] }] as const,
          rule: 'copying/shared-passages' as const,
        })),
      ],
    })
    const { nodes, links } = river(shelf, only(shelf))
    const group = nodes.find(({ members }) => members?.includes('copy-7'))
    expect(group).toMatchObject({ kind: 'group', name: `${copies} reports` })
    expect(links.filter(({ to }) => to === group?.id).map(({ from }) => from)).toEqual([first.id])
    expect(nodes.length).toBeLessThan(40)
  })

  it('is drawn of a chain of ten thousand reports in no time', () => {
    const report = glassworks()
    const [first] = report.documents
    if (!first) throw new Error('there is no report')
    const ids = Array.from({ length: 10_000 }, (_, n) => `link-${n}`)
    const shelf = shelfOf({
      ...report,
      documents: ids.map((id) => ({ ...first, id, text: '' })),
      claims: [],
      statements: [],
      derivations: ids.slice(1).map((to, n) => ({
        from: ids[n] ?? '',
        to,
        manner: 'copies',
        basis: 'stated',
        confidence: 1,
        evidence: [{ document: to, start: 0, end: 0, quote: '' }],
        rule: 'citing/outlet-named',
      })),
    })
    const { nodes } = river(shelf, only(shelf))
    expect(nodes.find(({ id }) => id === 'link-9999')?.column).toBe(9_999)
  })
})

describe('the margin of a report', () => {
  it('names for every statement where its trail ends', () => {
    const lines = blame(tank, '3-correio-atlantico').map(({ start, end, endsIn }) => [
      tank.documents.get('3-correio-atlantico')?.text.slice(start, end),
      ...endsIn.map(({ name, kind }) => `${name} (${kind})`),
    ])
    expect(lines.length).toBe(tank.saidIn.get('3-correio-atlantico')?.length)
    expect(lines.map(([, end]) => end)).toContain('Duarte Pimentel (source)')
  })

  it('leaves the end open where nobody is named or the trail runs in a circle', () => {
    for (const shelf of [glass, tank, herring])
      for (const { id } of shelf.report.documents)
        for (const { trail, endsIn } of blame(shelf, id)) {
          if (trail === null || trail.end === 'circular') expect(endsIn).toEqual([])
          if (trail?.end === 'origin') expect(endsIn).toHaveLength(1)
          if (trail?.end === 'not-established' && trail.hops.length === 0) expect(endsIn).toEqual([])
        }
  })

  it('leads to the claim by its key', () => {
    for (const { claim, statement } of blame(tank, '1-iberia-wire')) {
      if (claim === null) continue
      const held = tank.claimOf.get(statement)
      expect(held && keyOf(held)).toBe(claim)
    }
  })
})

describe('claims on a line each', () => {
  it('can be asked for by what they are and who says them', () => {
    const catalogue = catalogueOf(tank.report)
    const rows = claimsFor(catalogue, { finding: 'conflict', min: 2, sort: 'documents' }).flatMap(({ id }) => {
      const claim = tank.claims.get(id)
      return claim ? [claimRow(tank, claim)] : []
    })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row.findings.conflict).toBeGreaterThan(0)
      expect(row.independent).toBeGreaterThanOrEqual(2)
      expect(row.certainty.least).toBeLessThanOrEqual(row.certainty.most)
    }
    expect(rows.map(({ documents }) => documents)).toEqual(rows.map(({ documents }) => documents).sort((a, b) => b - a))
    const mayors = claimsFor(catalogue, { source: 'filipa varela' })
    expect(mayors).toEqual(claimsFor(catalogue, { source: 'filipa-varela' }))
    expect(mayors.length).toBeGreaterThan(2)
    expect(claimsFor(catalogue, { story: 'no such story' })).toEqual([])
    expect(claimsFor(catalogue, { sort: 'firstSeen' })).toHaveLength(tank.report.claims.length)
  })

  it('have a page with everything they name, and nothing of other claims', () => {
    for (const claim of tank.report.claims) {
      const page = claimPage(tank, claim)
      const known = new Set([...page.documents, ...page.sources].map(({ id }) => id))
      for (const { hops } of claim.trails) for (const { node } of hops) expect(known).toContain(node)
      for (const { from, to } of page.derivations) expect([known.has(from), known.has(to)]).toEqual([true, true])
      // What stands in its series, of other claims, may follow.
      expect(page.statements.map(({ id }) => id).slice(0, claim.statements.length)).toEqual(claim.statements)
      expect(page.related.map(({ key }) => key)).not.toContain(page.key)
      for (const document of page.documents) expect(document).not.toHaveProperty('text')
    }
  })

  it('have what a finding compares them with, where another claim says it', () => {
    const report = glassworks()
    const [claim] = report.claims
    const elsewhere = report.statements.find(({ id }) => !claim?.statements.includes(id))
    const [own] = claim?.statements ?? []
    if (!claim || !elsewhere || !own) throw new Error('the story has one claim only')
    const drift = { kind: 'drift', claim: claim.id, from: own, to: elsewhere.id, aspect: 'hedge' } as const
    const finding = {
      ...drift,
      statements: [own, elsewhere.id],
      says: 'Lost.',
      rule: 'drift/doubt-in-one-only',
    } as const
    const shelf = shelfOf({ ...report, findings: [finding], series: [] })
    const page = claimPage(shelf, claim)
    expect(page.statements.map(({ id }) => id)).toContain(elsewhere.id)
    expect(page.documents.map(({ id }) => id)).toContain(elsewhere.document)
  })

  it('name others that stand in the same series', () => {
    const pages = glass.report.claims.map((claim) => claimPage(glass, claim))
    expect(pages.some(({ related }) => related.length > 0)).toBe(true)
  })
})

describe('stories', () => {
  it('stay under the id of the report that came first, and every report leads to its story', () => {
    const report = glassworks()
    const ids = report.documents.map(({ id }) => id)
    const piles = [ids.slice(0, 5), ids.slice(5)]
    const arrival = (id: string): number => (id === 'a3' ? 0 : 1)
    const shelf = shelved(report, piles, arrival)
    expect(shelf.stories.map(({ id, documents }) => [id, documents.length])).toEqual([
      ['a3', 5],
      ['a6', 4],
    ])
    expect(shelf.storyOf.get('a5')?.id).toBe('a3')
    expect(shelf.stories.flatMap(({ claims }) => claims)).toHaveLength(report.claims.length)
  })

  it('tell what came out when, and of which days it tells, in order', () => {
    const moments = timeline(tank, only(tank))
    expect(moments.map(({ when }) => when)).toEqual(moments.map(({ when }) => when).sort())
    expect(moments.filter(({ kind }) => kind === 'published')).toHaveLength(9)
    expect(moments.find(({ when }) => when === '2025-01')).toMatchObject({ kind: 'told' })
    expect(moments.every(({ when }) => /^\d{4}/.test(when))).toBe(true)
  })

  it('say how much independence there is in one line', () => {
    const page = storyPage(tank, only(tank), [])
    expect(page.figures).toEqual({ reports: 9, independentOrigins: tank.most, addNothing: tank.addNothing.size })
  })

  it('put places on the map once, under the name that is used most and not as datelines shout it, and no people', () => {
    const mention = (quote: string, latitude: number | undefined, extent?: Extent) => ({
      kind: 'place' as const,
      entity: quote,
      quote,
      start: 0,
      end: quote.length,
      latitude,
      longitude: latitude,
      extent,
      rule: 'mentions/place' as const,
    })
    const one = {
      mentions: [
        mention('KYIV', 50, 'spot'),
        mention('Kyiv', 50, 'spot'),
        mention('Kyiv', 50, 'spot'),
        mention('Nowhere', undefined),
      ],
    }
    const other = {
      mentions: [
        mention('Kiev', 50, 'spot'),
        mention('Norway', 60, 'country'),
        mention('Norwegian', 60),
        mention("N'DJAMENA", 12, 'spot'),
        mention('USA', 38, 'country'),
      ],
    }
    expect(placesOf([one, other])).toEqual([
      { name: 'Kyiv', extent: 'spot', latitude: 50, longitude: 50, mentions: 4, documents: 2 },
      { name: "N'Djamena", extent: 'spot', latitude: 12, longitude: 12, mentions: 1, documents: 1 },
      { name: 'Norway', extent: 'country', latitude: 60, longitude: 60, mentions: 1, documents: 1 },
      { name: 'USA', extent: 'country', latitude: 38, longitude: 38, mentions: 1, documents: 1 },
    ])
  })
})

describe('documents and voices', () => {
  it('are counted, and come in their order', () => {
    const catalogue = catalogueOf(tank.report)
    const bare = documentsFor(catalogue, { adds: 'nothing' }).map((document) => documentRow(document, 1))
    expect(bare.length).toBeGreaterThan(0)
    expect(bare.every(({ addsNothing }) => addsNothing)).toBe(true)
    expect(bare.length).toBeLessThan(documentsFor(catalogue, {}).length)
    const days = documentsFor(catalogue, {}).map(({ published }) => published ?? '')
    expect(days).toEqual([...days].sort().reverse())
    const [chief] = sourcesFor(catalogue, 'fire chief')
    expect(chief && sourceRow(catalogue, chief)).toMatchObject({ name: 'Duarte Pimentel', originOf: 6 })
    expect(claimsOfSource(catalogue, chief?.id ?? '').length).toBeGreaterThanOrEqual(6)
  })
})

describe('what is suggested', () => {
  it('is each pair once, the surest first, with what accepting and rejecting it would decide', () => {
    const all = suggestions(doubtsOf(tank.report))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a))
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['same-claim', 'made-from']))
    for (const { accept, reject } of all) expect(reject.kind).toBe(`not-${accept.kind}`)
  })

  it('is asked no more once it was decided, whichever way', () => {
    const doubts = doubtsOf(tank.report)
    const [first, ...rest] = suggestions(doubts)
    if (!first) throw new Error('nothing is suggested')
    for (const decision of [first.accept, first.reject])
      expect(suggestions(doubts, [decision]).map(({ id }) => id)).toEqual(rest.map(({ id }) => id))
  })

  it.each([
    ['Volodymyr Zelensky', 'Volodymyr Zelenskyy', 'two spellings'],
    ['Mayor Anna Lund', 'Anna Lund', 'is a part of'],
    ['National Food Safety Agency', 'NFSA', 'may stand for'],
    ['Harbour Office of Kelda', 'Harbour Office, Kelda', 'the same words'],
  ])('are two names that may be one voice: %s and %s', (a, b, why) => {
    const kind = a.includes('nn') || a.includes('Zel') ? 'person' : 'institution'
    expect(names([a, b], kind)).toMatchObject([{ kind: 'same-source', why: expect.stringContaining(why) }])
  })

  it.each([
    ['Anna Lund', 'Peter Lund'],
    ['Radio Fjord', 'Radio Skerry'],
    ['Ministry of Defence', 'Ministry of Health'],
  ])('are not two names that share only a word: %s and %s', (a, b) => {
    expect(names([a, b], a.includes('Lund') ? 'person' : 'institution')).toEqual([])
  })

  it('never compares all names with all', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `Official number ${n} Lund`)
    expect(names(many, 'person').length).toBe(0)
  })

  const names = (given: readonly string[], kind: 'person' | 'institution') =>
    suggestions(
      doubtsOf({
        ...glassworks(),
        derivations: [],
        claims: [],
        sources: given.map((name, n) => ({ id: `n${n}`, name, aliases: [], kind, affiliation: null })),
      }),
    )
})
