import { expect, it } from 'vitest'
import { glassworks } from '../../test/fixtures/glassworks.ts'
import { large } from '../../test/fixtures/large.ts'
import type { Report } from '../model/report.ts'
import { claimReviews } from './claimreview/claimreview.ts'
import { statementsCsv } from './csv/statements.ts'
import { ftmLines } from './ftm/ftm.ts'
import { gexf } from './graph/gexf.ts'
import { graphml } from './graph/graphml.ts'
import { provJson } from './prov/prov-json.ts'
import { stixBundle } from './stix/stix.ts'
import { webAnnotations } from './web-annotation/web-annotation.ts'

const claims = glassworks().claims.length
const writers: readonly (readonly [string, (report: Report) => Iterable<{ readonly length: number }>])[] = [
  ['claimreview', claimReviews],
  ['csv', statementsCsv],
  ['ftm', ftmLines],
  ['gexf', gexf],
  ['graphml', graphml],
  ['prov', provJson],
  ['stix', stixBundle],
  ['web-annotation', webAnnotations],
]
const lengthOf = (pieces: Iterable<{ readonly length: number }>): number => {
  let length = 0
  for (const piece of pieces) length += piece.length
  return length
}

it.each(writers)('%s is no longer for a report than its documents make it', (_, write) => {
  const [small, big] = [lengthOf(write(large(10, claims))), lengthOf(write(large(80, claims)))]
  expect(big / small).toBeLessThan(8.4)
  expect(big / small).toBeGreaterThan(7)
})

it.each(writers)('%s says of a claim once what is to be said of it, however many state it', (_, write) => {
  const [small, big] = [lengthOf(write(crowded(10))), lengthOf(write(crowded(80)))]
  expect(big / small).toBeLessThan(9)
})

/** One claim that very many reports state, each with a finding of its own: what is said of a claim must not be said for each of them. */
function crowded(times: number): Report {
  const report = large(times, claims)
  const [first] = report.claims
  if (!first) throw new Error('the fixture has a claim')
  const statements = report.statements.map((one) => ({ ...one, claim: first.id }))
  const trails = report.claims.flatMap((claim) => claim.trails)
  return {
    ...report,
    statements,
    claims: [{ ...first, statements: statements.map(({ id }) => id), trails, documents: report.documents.length }],
    findings: report.findings.map((finding) => ({ ...finding, claim: first.id })),
  }
}
