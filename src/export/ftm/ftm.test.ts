import { defaultModel, Model } from '@alephdata/followthemoney'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { awkward, lone, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport, noted } from '../../../test/fixtures/noted.ts'
import { type FtmEntity, ftmEntities, ftmLines } from './ftm.ts'

const model = new Model(defaultModel as ConstructorParameters<typeof Model>[0])

describe.each([
  ['the glassworks', glassworks()],
  ['what people wrote', noted()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['one claim without an origin', lone()],
  ['nothing', nothing()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
])('%s as FollowTheMoney', (_, report) => {
  const entities = [...ftmEntities(report)]
  const byId = new Map(entities.map((one) => [one.id, one]))

  it('is taken by the model, every property and every value of it', () => {
    for (const one of entities) expect(flaws(one, byId), JSON.stringify(one)).toEqual([])
    expect(byId.size).toBe(entities.length)
  })

  it('has what each schema cannot be without', () => {
    for (const { schema, properties } of entities)
      expect(requiredOf(schema).filter((name) => properties[name] === undefined)).toEqual([])
  })

  it('is an entity a line', () => {
    const lines = [...ftmLines(report)].join('').split('\n').slice(0, -1)
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(entities)))
  })
})

/** What the model says against an entity: names that it does not know, stubs, too long values, entities of another kind. */
function flaws({ schema, properties }: FtmEntity, byId: ReadonlyMap<string, FtmEntity>): readonly string[] {
  const known = model.getSchema(schema)
  if (known.abstract) return [`${schema} is abstract`]
  return Object.entries(properties).flatMap(([name, values]) => {
    const property = known.getProperty(name)
    if (property.stub) return [`${name} is a stub`]
    const longest = (property.type as { maxLength?: number }).maxLength ?? Number.POSITIVE_INFINITY
    const allowed = property.type.values
    return values.flatMap((value) => {
      if (value.length > longest) return [`${name} is too long`]
      if (property.type.name === 'date' && !/^[12]\d{3}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?$/.test(value))
        return [`${name} is no date`]
      if (property.type.name === 'url' && !URL.canParse(value)) return [`${name} is no address`]
      if (allowed instanceof Map && allowed.size > 0 && !allowed.has(value)) return [`${name} is none of the model`]
      if (property.type.name !== 'entity') return []
      const target = byId.get(value)
      if (!target) return [`${name} leads nowhere`]
      const range = property.getRange().name
      return model.getSchema(target.schema).isA(range) ? [] : [`${name} wants a ${range}, not a ${target.schema}`]
    })
  })
}

const requiredOf = (schema: string): readonly string[] => {
  const { required = [], extends: parents = [] } = model.getSchema(schema) as unknown as {
    required?: readonly string[]
    extends?: readonly string[]
  }
  return [...required, ...parents.flatMap(requiredOf)]
}

it('keeps apart who is named and who is not', () => {
  const named = [...ftmEntities(glassworks())].filter(({ schema }) => schema !== 'Mention')
  const voices = new Map(named.map(({ schema, properties }) => [properties.name?.[0], schema]))
  expect(voices.get('Marta Lind')).toBe('Person')
  expect(voices.get('Halvar Glas AB')).toBe('Organization')
  expect(voices.get('two people briefed on the talks')).toBe('LegalEntity')
  expect(voices.get('internal slide')).toBe('Document')
})

it.each([
  ['2025-03-04T09:10+02:00', '2025-03-04T07:10:00'],
  ['2025-03-04T09:10:00.500+02:00', '2025-03-04T07:10:00'],
  ['2025-03-04', '2025-03-04'],
  ['2025-03', '2025-03'],
  ['2025-02-30', undefined],
  ['last week', undefined],
])('dates an article of %s in UTC, as finely as is known', (published, wanted) => {
  const report = { ...glassworks(), documents: glassworks().documents.map((one) => ({ ...one, published })) }
  const [article] = ftmEntities(report)
  expect(article?.properties.publishedAt?.[0]).toBe(wanted)
})
