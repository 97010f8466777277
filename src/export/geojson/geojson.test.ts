import { Ajv } from 'ajv'
import schema from 'geojson-schema/FeatureCollection.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { mentionsIn } from '../../../test/fixtures/mentions.ts'
import type { Mention } from '../../model/mention.ts'
import { placeFeatures, placesGeoJson } from './geojson.ts'

const report = await traceExample('herring-quay')
const features = [...placeFeatures(report, mentionsIn(report))]

describe('a story on a map', () => {
  it('is what RFC 7946 wants', () => {
    const text = JSON.parse([...placesGeoJson(report, mentionsIn(report))].join(''))
    expect(text).toEqual({ type: 'FeatureCollection', features: JSON.parse(JSON.stringify(features)) })
    expect(features.length).toBeGreaterThan(0)
    const validate = new Ajv().compile(schema)
    expect(validate(text), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {} }] })).toBe(false)
    for (const { geometry, properties } of features) {
      const [longitude, latitude] = geometry.coordinates
      expect(geometry.type).toBe('Point')
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
      expect(properties.reports).toBeGreaterThan(0)
    }
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length)
  })

  it('tells which claims name a place', () => {
    const named = features.flatMap(({ properties }) => properties.claims)
    expect(named.length).toBeGreaterThan(0)
    expect(report.claims.map(({ gist }) => gist)).toContain(named[0]?.gist)
  })

  it('shows nobody and nothing on the move: no voice, no hour, no finer point than the gazetteer', () => {
    const text = JSON.stringify(features.map(({ properties: { claims: _, ...rest } }) => rest))
    for (const { kind, name } of report.sources)
      if (kind === 'person' || kind === 'institution') expect(text).not.toContain(name)
    expect(text).not.toMatch(/T\d\d:/)
    for (const { geometry, properties } of features)
      for (const degrees of geometry.coordinates) {
        const digits = String(degrees).split('.')[1]?.length ?? 0
        expect(digits).toBeLessThanOrEqual(properties.precision < 0.1 ? 2 : 1)
      }
  })
})

it('holds back for two days what is claimed of a place', () => {
  const dated = { ...report, documents: report.documents.map((one) => ({ ...one, published: '2025-06-10' })) }
  const claimsAt = (upTo: string) =>
    [...placeFeatures(dated, mentionsIn(report), { since: upTo, upTo })].flatMap(({ properties }) => properties.claims)
  expect(claimsAt('2025-06-11T12:00:00.000Z')).toEqual([])
  expect(claimsAt('2025-06-12T12:00:00.000Z')).toEqual([])
  expect(claimsAt('2025-06-13T00:00:00.000Z').length).toBeGreaterThan(2)
})

it.each(['2025-06', '2025', 'last week', '2025-06-31', null])(
  'holds back what a report of %s claims, which may be of yesterday',
  (published) => {
    const dated = { ...report, documents: report.documents.map((one) => ({ ...one, published })) }
    const upTo = '2025-06-29T00:00:00.000Z'
    const [...all] = placeFeatures(dated, mentionsIn(report), { since: upTo, upTo })
    expect(all.length).toBeGreaterThan(0)
    expect(all.flatMap(({ properties }) => properties.claims)).toEqual([])
  },
)

it('says the first and the last day as finely as reports tell, and never what is no day', () => {
  const days = ['2025-06', '2025-05-31T23:00:00Z', '2025-06-04', 'last week']
  const dated = {
    ...report,
    documents: report.documents.map((one, i) => ({ ...one, published: days[i % days.length] ?? null })),
  }
  for (const { properties } of placeFeatures(dated, mentionsIn(report))) {
    for (const day of [properties.from, properties.to]) expect(day ?? '2025').toMatch(/^\d{4}(?:-\d\d){0,2}$/)
    if (properties.reports >= report.documents.length - 1)
      expect([properties.from, properties.to]).toEqual(['2025-05-31', '2025-06'])
  }
})

describe('what is put on the map', () => {
  const [document] = report.documents
  const mention = (quote: string, more: Partial<Mention>): Mention => ({
    start: 0,
    end: quote.length,
    quote,
    kind: 'place',
    entity: quote,
    latitude: undefined,
    longitude: undefined,
    extent: 'country',
    rule: 'mentions/test',
    ...more,
  })
  const shown = (one: Mention) => [...placeFeatures(report, new Map([[document?.id ?? '', [one]]]))]
  const somewhere = { latitude: 48.123456, longitude: 37.654321 }

  it.each([
    ['a site', mention('Kharkiv barracks', { kind: 'facility', ...somewhere })],
    ['a point that the gazetteer does not have', mention('Portugal', somewhere)],
    ['a body', mention('Lisbon', { kind: 'organisation', ...somewhere })],
    ['a people, or a word inside another name', mention('Norway', { latitude: 62, longitude: 10, extent: undefined })],
    ['a place that was not found', mention('Portugal', {})],
  ])('is not %s', (_, one) => {
    expect(shown(one)).toEqual([])
  })

  it('is a country, to half a degree', () => {
    const [feature] = shown(mention('Norway', { latitude: 62, longitude: 10 }))
    expect(feature?.properties).toMatchObject({ name: 'Norway', kind: 'country', precision: 0.5, country: 'NO' })
    expect(feature?.geometry.coordinates).toEqual([10, 62])
  })
})
