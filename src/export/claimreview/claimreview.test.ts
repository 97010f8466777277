import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport } from '../../../test/fixtures/noted.ts'
import { claimReviews, describedIn } from './claimreview.ts'

describe.each([
  ['the glassworks', glassworks()],
  ['hostile words', hostileReport()],
  ['a story', await traceExample('herring-quay')],
])('%s in the words of schema.org', (_, report) => {
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
    expect(referred.length).toBeGreaterThan(nodes.length)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })
})

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
