import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { exampleStories, traceExample } from '../../../test/example-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { noted } from '../../../test/fixtures/noted.ts'
import { jsonReport } from './json.ts'
import { reportJsonSchema } from './report-schema.ts'

const open = new Ajv2020({ strict: true, strictTuples: false, allErrors: true }).compile(
  JSON.parse(readFileSync('docs/export/report.schema.json', 'utf8')),
)
const closed = new Ajv2020({ strict: true, strictTuples: false }).compile(reportJsonSchema(false))

describe.each([
  ...exampleStories.map((story) => [
    `the golden report of ${story}`,
    readFileSync(`test/stories/${story}.json`, 'utf8'),
  ]),
  ['a report with its texts', jsonReport(await traceExample('tank-seven'), { text: true })],
  ['the glassworks', jsonReport(glassworks())],
  ['what people wrote', jsonReport(noted())],
])('%s', (_, json) => {
  it('is as the published schema says, and has no field more', () => {
    expect(open(JSON.parse(json ?? '')), JSON.stringify(open.errors)).toBe(true)
    expect(closed(JSON.parse(json ?? '')), JSON.stringify(closed.errors)).toBe(true)
  })
})

it.each([
  ['another schema', { schema: 'headwater/report@2' }],
  ['a claim without its trails', { claims: glassworks().claims.map(({ trails: _, ...rest }) => rest) }],
  ['a derivation without evidence', { derivations: glassworks().derivations.map((one) => ({ ...one, evidence: [] })) }],
  ['an unknown finding', { findings: glassworks().findings.map((one) => ({ ...one, kind: 'debunked' })) }],
])('refuses %s', (_, more) => {
  expect(open({ ...glassworks(), ...more })).toBe(false)
})

it('lets a field pass that a later version adds', () => {
  expect(open({ ...glassworks(), later: 1 })).toBe(true)
  expect(closed({ ...glassworks(), later: 1 })).toBe(false)
})
