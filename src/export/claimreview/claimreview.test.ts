import { resolve } from 'node:path'
import jsonld from 'jsonld'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { awkward, lone, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport } from '../../../test/fixtures/noted.ts'
import { namesIn } from '../naming/names.ts'
import { claimReviews, describedIn } from './claimreview.ts'

const reports = [
  ['the glassworks', glassworks()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['one claim without an origin', lone()],
  ['nothing', nothing()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
] as const

describe.each(reports)('%s in the words of schema.org', (_, report) => {
  const text = [...claimReviews(report)].join('')

  it('rates nothing', () => {
    expect(text).not.toMatch(/"(?:reviewRating|ratingValue|alternateName":"(?:True|False))/)
    expect([...describedIn(report)].filter((one) => one['@type'] === 'ClaimReview')).toHaveLength(report.claims.length)
  })

  it('is JSON-LD, and points to nothing that is not in it', async () => {
    const nodes = await jsonld.expand(JSON.parse(text), {
      documentLoader: async (url) => ({
        document: { '@context': { '@vocab': 'https://schema.org/' } },
        documentUrl: url,
      }),
      safe: true,
    })
    const ids = nodes.map((node) => node['@id'])
    expect(new Set(ids).size).toBe(nodes.length)
    const referred = [...JSON.stringify(nodes).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id)
    expect(referred.length).toBeGreaterThanOrEqual(3 * report.claims.length)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('the vocabulary of schema.org, as schema-dts has it', () => {
  it('knows every type, property and value that is written', () => {
    expect(flaws(reports.flatMap(([, report]) => JSON.parse([...claimReviews(report)].join(''))['@graph']))).toEqual([])
  }, 120_000)

  it.each([
    [{ '@type': 'NewsArticle', headlin: 'Gate shut' }, "'headlin' does not exist"],
    [{ '@type': 'ClaimReview', claimReviewed: 12 }, "'number' is not assignable"],
    [{ '@type': 'Verdict', name: 'Gate shut' }, '"Verdict"'],
  ])(
    'does not know %j',
    (thing, says) => {
      expect(flaws([thing]).join('\n').replaceAll('"headlin"', 'headlin')).toContain(says)
    },
    120_000,
  )
})

/** What the compiler says of things that stand in a program as they were written. */
function flaws(things: readonly unknown[]): readonly string[] {
  const path = resolve('src/export/claimreview/written.ts')
  const text = `import type { Thing } from 'schema-dts'
export const things: readonly Exclude<Thing, string>[] = ${JSON.stringify(things)}`
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }
  const host = ts.createCompilerHost(options)
  const held = { exists: host.fileExists, source: host.getSourceFile }
  host.fileExists = (name) => name === path || held.exists(name)
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : held.source(name, ...rest)
  const found = ts.getPreEmitDiagnostics(ts.createProgram([path], options, host))
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

it('says where a claim appeared first, where every report of it is dated', () => {
  const claims = (report: ReturnType<typeof glassworks>) =>
    JSON.parse([...claimReviews(report)].join(''))['@graph'].filter(
      (one: { '@type': string }) => one['@type'] === 'Claim',
    )
  const report = glassworks()
  expect(claims(report)[0].firstAppearance).toEqual(claims(report)[0].appearance[0])
  const undated = {
    ...report,
    documents: report.documents.map((one, i) => (i === 1 ? { ...one, published: null } : one)),
  }
  expect(claims(undated)[0].firstAppearance).toBeUndefined()
})

it.each([
  ['2025-03-04T05:59:00Z', true],
  ['2025-03-04T06:59:00+01:00', true],
  ['2025-03-03', true],
  // It may have come later on that day, in that month.
  ['2025-03-04', false],
  ['2025-03', false],
  ['2025-02-30', false],
])('calls a report of %s the first only where no other can have come before it', (published, isFirst) => {
  const report = glassworks()
  const documents = report.documents.map((one) => (one.id === 'a4' ? { ...one, published } : one))
  const [claim] = [...describedIn({ ...report, documents })].filter((one) => one['@type'] === 'Claim') as {
    readonly firstAppearance?: { readonly '@id': string }
  }[]
  const names = namesIn({ ...report, documents })
  expect(claim?.firstAppearance?.['@id'] === `urn:uuid:${names.document('a4')}`).toBe(isFirst)
})

it('calls nothing a body that is none, and dates nothing by what is no date', () => {
  const all = [...describedIn(awkward())] as {
    readonly name?: string
    readonly datePublished?: string
    '@type': string
  }[]
  const typeOf = (name: string) => all.find((one) => one.name === name)?.['@type']
  expect(typeOf('internal slide')).toBe('CreativeWork')
  expect(typeOf('two people briefed on the talks')).toBe('Thing')
  expect(typeOf('Halvar Glas AB')).toBe('Organization')
  expect(all.map(({ datePublished }) => datePublished)).not.toContain('last week')
})
