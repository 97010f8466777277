import type { Report } from '../../model/report.ts'
import { version } from '../../model/version.ts'
import { figureWords } from '../view/figure-words.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { originWords } from '../view/summary.ts'
import { trailWords } from '../view/trail-words.ts'
import { type Cell, most, type Sheet } from './sheet.ts'
import { workbook } from './workbook.ts'

/** A report as a workbook for Excel, LibreOffice and Google Sheets: a sheet for each of its lists, numbers as numbers, days as days. */
export const xlsx = (report: Report): Generator<Uint8Array> => workbook(sheetsOf(report))

export function sheetsOf(report: Report): readonly Sheet[] {
  const held = lookup(report)
  return [
    about(report),
    sheet(
      'claims',
      {
        claim: 8,
        gist: 60,
        reports: 9,
        independent: 13,
        independence: 28,
        'not established': 15,
        paths: 8,
        credibility: 11,
        'why that credibility': 60,
        origins: 40,
        answers: 60,
      },
      claims(held),
    ),
    sheet(
      'statements',
      {
        statement: 24,
        claim: 8,
        report: 24,
        publisher: 20,
        published: 18,
        url: 30,
        start: 8,
        end: 8,
        quote: 80,
        certainty: 11,
        sources: 40,
        figures: 30,
        of: 16,
        unit: 12,
        low: 12,
        high: 12,
      },
      statements(held),
    ),
    sheet(
      'origins',
      { claim: 8, gist: 50, origin: 24, name: 30, kind: 12, reliability: 11, statement: 24, trail: 60, end: 16 },
      origins(held),
    ),
    sheet(
      'derivations',
      {
        from: 24,
        'from name': 24,
        to: 24,
        'to name': 24,
        manner: 11,
        basis: 10,
        confidence: 11,
        rule: 28,
        evidence: 80,
      },
      derivations(held),
    ),
    sheet('findings', { kind: 18, aspect: 12, claim: 8, says: 90, from: 24, to: 24, statements: 11 }, findings(held)),
    sheet(
      'refusals',
      { input: 40, code: 14, says: 80 },
      report.refusals.map(({ input, code, says }) => [input, code, says]),
    ),
  ]
}

const sheet = (name: string, columns: Readonly<Record<string, number>>, rows: Iterable<readonly Cell[]>): Sheet => ({
  name,
  columns: Object.entries(columns).map(([title, width]) => ({ title, width })),
  rows,
})

/** What the workbook is and what is not in it, for whoever gets it without these pages. */
function about({ schema, documents, statements, claims }: Report): Sheet {
  return sheet('about', { about: 24, value: 90 }, [
    ['made by', `Headwater ${version}, from ${schema}`],
    ['reports', documents.length],
    ['statements', statements.length],
    ['claims', claims.length],
    ['independent', 'independent origins found in this collection; nothing is said of whether a claim holds'],
    ['start, end', 'UTF-16 code units in the text that was read, which is not in this workbook'],
    ['published', 'in UTC where a time of day is given; a month or a year alone is kept as words'],
    ['long sheets', `a sheet ends after ${most.rows} rows and goes on in the next of its name`],
    ['long words', `a cell ends after ${most.letters} letters with …; the whole stands in the JSON`],
  ])
}

function* claims(held: Lookup): Generator<readonly Cell[]> {
  for (const claim of held.report.claims)
    yield [
      claim.id,
      claim.gist,
      claim.documents,
      claim.independent,
      originWords(claim),
      claim.notEstablished,
      claim.paths,
      Number(claim.credibility),
      claim.credibilityReason,
      claim.origins.map((node) => nameOf(held, node)).join('; '),
      claim.positions
        .map(
          ({ polarity, figures, independent }) =>
            `${(figures ?? []).map(figureWords).join(', ') || polarity} (${independent})`,
        )
        .join('; '),
    ]
}

function* statements(held: Lookup): Generator<readonly Cell[]> {
  for (const { id, claim, document, start, end, quote, certainty, attribution, figures } of held.report.statements) {
    const { publisher = null, published = null, url = null } = held.documents.get(document) ?? {}
    const [figure] = figures
    yield [
      id,
      claim,
      document,
      publisher,
      published === null ? null : { date: published },
      url,
      start,
      end,
      quote,
      certainty,
      attribution.map(({ source }) => nameOf(held, source)).join(' ← '),
      figures.map((one) => one.quote).join('; '),
      figure?.of ?? null,
      figure?.unit ?? null,
      figure?.low ?? null,
      figure?.high ?? null,
    ]
  }
}

/** Where each trail of each claim ends: what its count is made of. */
function* origins(held: Lookup): Generator<readonly Cell[]> {
  for (const { id, gist, trails, reliability } of held.report.claims)
    for (const trail of trails) {
      const node = trail.hops.at(-1)?.node ?? held.statements.get(trail.statement)?.document ?? null
      const kind = node === null ? null : (held.sources.get(node)?.kind ?? 'report')
      yield [
        id,
        gist,
        node,
        node === null ? null : nameOf(held, node),
        kind,
        (node === null ? undefined : reliability[node]) ?? null,
        trail.statement,
        trailWords(held, trail),
        trail.end,
      ]
    }
}

function* derivations(held: Lookup): Generator<readonly Cell[]> {
  for (const { from, to, manner, basis, confidence, rule, evidence } of held.report.derivations)
    yield [
      from,
      nameOf(held, from),
      to,
      nameOf(held, to),
      manner,
      basis,
      confidence,
      rule,
      evidence.map(({ quote }) => quote).join(' … '),
    ]
}

function* findings({ report }: Lookup): Generator<readonly Cell[]> {
  for (const { kind, aspect, claim, says, from, to, statements: shown } of report.findings)
    yield [kind, aspect, claim, says, from, to, shown.length]
}
