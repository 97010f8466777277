import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTeamServer, type TeamTestServer, type TestPerson } from '../../test/fixtures/team-server.ts'
import type { LimitSizes } from './limits.ts'
import { problemSchema } from './problem.ts'

let server: TeamTestServer
let ada: TestPerson
let document: Description

const many = { points: 1_000_000, duration: 60 }
beforeAll(async () => {
  const limits: LimitSizes = { pair: many, address: many, name: many, asking: many }
  server = await openTeamServer(['examples/tank-seven'], { limits })
  ada = await server.first()
  document = (await (await ada.ask('/api/v1/openapi.json')).json()) as Description
}, 120_000)
afterAll(() => server.close())

describe('the description', () => {
  it('names nothing that is not in it', () => {
    const words = JSON.stringify(document)
    const references = [...words.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(references.length).toBeGreaterThan(100)
    const missing = references.filter(
      (path) => path.split('/').reduce<unknown>((at, key) => (at as Tree | undefined)?.[key], document) === undefined,
    )
    expect(missing).toEqual([])
  })

  it('has a name, a sentence, who may ask and a shape for every answer of every operation', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { name, operation } of operations()) {
      expect(operation.operationId, name).toMatch(/^[a-z]+(?:[A-Z][a-z]+)*$/)
      expect(operation.summary, name).toMatch(/\S/)
      const schemes = (operation.security ?? []).flatMap((one) => Object.keys(one))
      expect(operation['x-role'] === 'anyone' ? ['nobody'] : schemes, name).not.toEqual([])
      for (const scheme of schemes) expect(document.components.securitySchemes).toHaveProperty(scheme)
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(answerOf(answer).description, `${name} ${status}`).toMatch(/\S/)
        if (Number(status) >= 400)
          expect(Object.keys(answerOf(answer).content ?? {})).toEqual(['application/problem+json'])
        else if (!['204', '303', '304'].includes(status))
          expect(answerOf(answer).content, `${name} ${status}`).toBeDefined()
      }
    }
  })

  it('has every parameter that a path names, once, and none that it does not', () => {
    for (const { name, path, parameters } of operations()) {
      const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.name)
      expect(inPath.sort(), name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, word]) => word).sort())
      const named = parameters.map((one) => `${one.in} ${one.name}`)
      expect(new Set(named).size, name).toBe(named.length)
    }
  })

  it('has shapes that are JSON Schema of 2020-12, as OpenAPI 3.1 wants', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'api', ...document })
    for (const name of Object.keys(document.components.schemas))
      expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` }), name).not.toThrow()
    for (const { parameters, name } of operations())
      for (const { schema } of parameters) expect(ajv.validateSchema(schema), name).toBe(true)
  })
})

/** Nothing here may end the session that asks, or listens without an end. */
const left = new Set(['signOut', 'changePassword', 'endSession', 'listen', 'removePerson'])

describe('whatever is sent', () => {
  it('is refused by every operation where its query has a name that it does not take', async () => {
    for (const { name, method, path, operation, parameters } of operations()) {
      if (operation.operationId === 'finishOpenId') continue
      const address = path.replace('{collection}', 'desk').replace(/\{\w+\}/g, '1')
      const answer = await ada.ask(`${address}?limt=5`, { method: method.toUpperCase() })
      expect(answer.status, name).toBe(400)
      const { input, detail } = problemSchema.parse(await answer.json())
      expect(input, name).toBe('limt')
      for (const one of parameters) if (one.in === 'query') expect(detail, name).toContain(one.name)
    }
  })

  it('is answered as described, whatever stands in the address and in the body', async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'api', ...document })
    const seen = new Map<string, Set<number>>()
    for (const { name, method, path, operation, parameters } of operations()) {
      if (left.has(operation.operationId)) continue
      const body = operation.requestBody?.content['application/json']?.schema
      const answered = new Set<number>()
      seen.set(name, answered)
      const inAddress = fc.record(Object.fromEntries(parameters.map((one) => [one.name, parameterOf(one.schema)])), {
        requiredKeys: parameters.filter((one) => one.in === 'path').map((one) => one.name),
      })
      const extra = fc.option(fc.tuple(fc.string(), odd), { nil: undefined, freq: 4 })
      await fc.assert(
        fc.asyncProperty(inAddress, body ? bodyOf(body) : fc.constant(undefined), extra, async (given, sent, more) => {
          const address = addressOf(path, parameters, given, more)
          const answer = await ada.ask(address, {
            method: method.toUpperCase(),
            ...(body ? { body: JSON.stringify(sent) ?? '' } : {}),
          })
          answered.add(answer.status)
          const described = operation.responses[String(answer.status)]
          expect(described, `${name} answers ${answer.status} to ${address} ${JSON.stringify(sent)}`).toBeDefined()
          expect(answer.status).toBeLessThan(500)
          const type = (answer.headers.get('content-type') ?? '').replace(/;.*/, '')
          if (answer.status >= 400) {
            expect(type).toBe('application/problem+json')
            expect(problemSchema.parse(await answer.json()).status).toBe(answer.status)
            return
          }
          const content = answerOf(described).content ?? {}
          if (type !== '') expect(Object.keys(content)).toContain(type)
          const shape = content[type]?.schema
          if (type === 'application/json' && shape && answer.headers.get('content-disposition') === null) {
            const isShape = ajv.validate(inApi(shape), await answer.json())
            expect(isShape, `${name}: ${ajv.errorsText()}`).toBe(true)
          } else await answer.arrayBuffer()
          // What the description rules out is not answered as if it were something else.
          for (const one of parameters)
            if (given[one.name] !== undefined && !(one.in === 'path' && one.name === 'collection'))
              expect(fits(one.schema, String(given[one.name]).toWellFormed()), `${name} takes ${address}`).toBe(true)
        }),
        { numRuns: body ? 60 : 25, seed: 20260203 },
      )
    }
    expect(server.told).toEqual([])
    expect((await ada.ask('/api/v1/me')).status).toBe(200)
    // It was no waste: most operations that take something both answered and refused.
    const both = [...seen.values()].filter(
      (of) => [...of].some((one) => one < 400) && [...of].some((one) => one >= 400),
    )
    expect(both.length).toBeGreaterThan(10)
  }, 240_000)
})

/** Values that look right, and values that nobody would send. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-1',
    '0',
    '1.5',
    '1e3',
    '0x10',
    'NaN',
    'null',
    'undefined',
    'true',
    '..',
    '../..',
    '%',
    '%00',
  ),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u202e',
    '\ufeff',
    '𝕏',
    'e\u0301',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    '"',
    '*',
    '(',
    'NEAR(',
    '-',
  ),
  fc.constantFrom(-1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MAX_VALUE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 500, max: 3_000 }).map((length) => 'w'.repeat(length)),
)

const oddInBodies: fc.Arbitrary<unknown> = fc.oneof(
  odd,
  fc.constantFrom<unknown>(null, true, [], {}, [[]], { kind: null }, Array(600).fill('x')),
  fc.jsonValue({ maxDepth: 3 }),
)

/** For a parameter: what it is described as, or something odd. */
const parameterOf = (schema: Shape): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: right(schema).map((value) => (Array.isArray(value) ? value[0] : value)) },
    { weight: 1, arbitrary: odd },
  )

/** For a body: right, or right with one place of it gone wrong, or nothing of the kind. */
function bodyOf(schema: Shape): fc.Arbitrary<unknown> {
  const spoilt = fc
    .tuple(right(schema), fc.nat(), oddInBodies, fc.constantFrom('wrong', 'missing', 'extra'))
    .map(([value, at, other, how]) => spoil(value, at, other, how))
  return fc.oneof(
    { weight: 2, arbitrary: right(schema) },
    { weight: 5, arbitrary: spoilt },
    { weight: 1, arbitrary: oddInBodies },
  )
}

/** What fits a shape. */
function right(given: Shape): fc.Arbitrary<unknown> {
  const schema = resolved(given)
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map(right))
  const types = [schema.type ?? 'string'].flat()
  return fc.oneof(...types.map((type) => ofType(type, schema)))
}

function ofType(type: string, schema: Shape): fc.Arbitrary<unknown> {
  const { minimum = -1_000, maximum = 1_000, minLength = 0 } = schema
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5_000) })
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true })
    case 'array':
      return fc.array(right(schema.items ?? {}), { maxLength: 2 })
    case 'object': {
      const { properties = {}, required = [] } = schema
      return fc.record(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, right(one)])), {
        requiredKeys: required as string[],
      })
    }
    default:
      return fc.oneof(
        fc.constantFrom(
          'euro-digest',
          'filipa-varela',
          '2026-02-03',
          'desk',
          'https://courier.example/a',
          '15 minutes',
          '1',
        ),
        fc.string({ minLength, maxLength: 20 }),
      )
  }
}

/** A value with one place of it gone wrong, however deep. */
function spoil(value: unknown, at: number, other: unknown, how: string): unknown {
  if (typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  const key = keys[at % Math.max(1, keys.length)]
  if (key === undefined || how === 'extra') return { ...value, [String(other).slice(0, 20)]: other }
  const held = (value as Tree)[key]
  if (how === 'missing') return Object.fromEntries(Object.entries(value).filter(([one]) => one !== key))
  const isDeeper = typeof held === 'object' && held !== null && at % 2 === 0
  return { ...value, [key]: isDeeper ? spoil(held, at >> 1, other, how) : other }
}

function addressOf(
  path: string,
  parameters: readonly Parameter[],
  given: Tree,
  more: readonly [string, unknown] | undefined,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    // A collection that is not there would refuse everything else unread.
    const value = name === 'collection' && given[name] !== '..' ? 'desk' : String(given[name])
    return encodeURIComponent(value.toWellFormed()) || '%20'
  })
  const query = new URLSearchParams(
    [
      ...parameters.flatMap(({ in: place, name }) =>
        place === 'query' && given[name] !== undefined ? [[name, String(given[name])]] : [],
      ),
      ...(more ? [more.map(String)] : []),
    ].map(([name = '', value = '']): [string, string] => [name, value]),
  )
  return `${filled.replace(/\/\.{1,2}(?=\/|$)/g, '/%2E')}?${query}`
}

/** Whether what stands in an address is a value of a shape. */
function fits(given: Shape, text: string): boolean {
  const { type, enum: values, pattern, anyOf, oneOf, minimum = -Infinity, maximum = Infinity } = resolved(given)
  const choices = anyOf ?? oneOf
  if (choices) return choices.some((one) => fits(one, text))
  // Given once, it is the only one of a list.
  if (type === 'array') return fits(resolved(given).items ?? {}, text)
  if (values) return values.includes(text)
  if (pattern) return new RegExp(pattern).test(text)
  if (type !== 'integer' && type !== 'number') return true
  const isWritten = (type === 'integer' ? /^-?\d+$/ : /^-?\d+(?:\.\d+)?$/).test(text)
  return isWritten && Number(text) >= minimum && Number(text) <= maximum
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: Readonly<Record<'schemas' | 'responses' | 'securitySchemes', Tree>>
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly 'x-role': string
  readonly security?: readonly object[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> }
  readonly responses: Readonly<Record<string, Answer>>
}

interface Answer {
  readonly $ref?: string
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema: Shape }>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema: Shape
}

interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
}

type Tree = Readonly<Record<string, unknown>>

const operations = () =>
  Object.entries(document.paths).flatMap(([path, { parameters: shared = [], ...methods }]) =>
    Object.entries(methods).map(([method, one]) => {
      const operation = one as Operation
      const parameters = [...(shared as readonly Parameter[]), ...(operation.parameters ?? [])]
      return { name: `${method.toUpperCase()} ${path}`, method, path, operation, parameters }
    }),
  )

const named = (reference: string): unknown =>
  reference
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Tree)[key], document)

const answerOf = (answer: Answer | undefined): Answer =>
  answer?.$ref === undefined ? (answer ?? {}) : (named(answer.$ref) as Answer)

const resolved = (schema: Shape): Shape => (schema.$ref === undefined ? schema : (named(schema.$ref) as Shape))

/** With its references as ajv knows them. */
const inApi = (schema: Shape): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object
