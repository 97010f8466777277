import { beforeAll, describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import type { Hop, Report } from '../../model/report.ts'
import { packedJson } from './packed.ts'
import { packedReport, reportIn } from './packed-report.ts'

describe('the report on a pile, as it is kept', () => {
  let report: Report
  beforeAll(async () => {
    report = await traceExample('tank-seven')
  })

  it('is read as it was written, to the byte', () => {
    expect(JSON.stringify(reportIn(packedReport(report)))).toBe(JSON.stringify(report))
  })

  it('is read where an earlier version kept it', () => {
    expect(reportIn(packedJson(report))).toEqual(report)
  })

  it('holds each hop once, however many trails go there', () => {
    const hops = hopsOf(reportIn(packedReport(report)))
    expect(new Set(hops).size).toBe(new Set(hops.map((hop) => JSON.stringify(hop))).size)
    expect(new Set(hops).size).toBeLessThan(hops.length)
  })

  it('is refused where a trail leads nowhere', () => {
    const { claims } = report
    const lost = claims.map((claim) => ({ ...claim, trails: [{ statement: 's', hops: [0], end: 'origin' }] }))
    expect(() => reportIn(packedJson({ ...report, claims: lost, hops: [] }))).toThrow(/leads nowhere/)
  })
})

const hopsOf = ({ claims }: Report): readonly Hop[] =>
  claims.flatMap(({ trails }) => trails.flatMap(({ hops }) => hops))
