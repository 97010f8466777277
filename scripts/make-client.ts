import type { OpenAPIDocument } from '../src/server/document.ts'

/**
 * The types of the API, made from its OpenAPI document: one for every shape that has a name there, and for each method the addresses with
 * what they take and answer. The same document gives the same words.
 */
export function clientTypes(document: OpenAPIDocument): string {
  const { schemas = {} } = document.components ?? {}
  const shapes = Object.entries(schemas).map(([name, shape]) => `export type ${name} = ${typeOf(shape as Shape)}\n`)
  const paths = methods.map(
    (method) =>
      `/** What \`${method.toUpperCase()}\` takes and answers, by the address under \`/api/v1\`. */\nexport interface ${titled(method)} {\n${operationsOf(document, method).join('')}}\n`,
  )
  return `// Made from the OpenAPI document of the server by \`npm run docs\`; a change to the API is a change here.\n\n${[...shapes, ...paths].join('\n')}`
}

const methods = ['get', 'post', 'patch', 'delete'] as const
type Method = (typeof methods)[number]

const titled = (method: string): string => method.charAt(0).toUpperCase() + method.slice(1)

function operationsOf({ paths = {} }: OpenAPIDocument, method: Method): readonly string[] {
  return Object.entries(paths).flatMap(([path, item]) => {
    const { parameters: shared = [], [method]: operation } = item as Item
    if (!operation) return []
    const answer = answerOf(operation)
    if (answer === undefined) return []
    const params = [...shared, ...(operation.parameters ?? [])].map(
      ({ name, required, schema, description = schema.description }) =>
        `${comment(description)}readonly ${keyOf(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
    )
    const content = operation.requestBody?.content
    const body = content?.['application/json']
    const types = [body && typeOf(body.schema), content?.['multipart/form-data'] && 'FormData'].filter(Boolean)
    return [
      `  ${comment(operation.summary)}'${path.replace('/api/v1', '')}': {\n`,
      `    readonly params: ${params.length === 0 ? 'Readonly<Record<never, never>>' : `{ ${params.join('; ')} }`}\n`,
      `    readonly body: ${types.length === 0 ? 'undefined' : types.join(' | ')}\n`,
      `    readonly answer: ${answer}\n  }\n`,
    ].join('')
  })
}

/** What is no JSON is handed on as it came: a file, a feed, a stream. Undefined for what only leads a browser elsewhere. */
function answerOf({ responses }: Operation): string | undefined {
  const good = Object.entries(responses).filter(([status]) => /^2/.test(status))
  const types = good.map(([status, { content }]) => {
    const json = content?.['application/json']
    if (status === '204') return 'undefined'
    return json && Object.keys(content ?? {}).length === 1 ? typeOf(json.schema) : 'Response'
  })
  return types.length === 0 ? undefined : [...new Set(types)].join(' | ')
}

function typeOf(shape: Shape): string {
  if (shape.$ref !== undefined) return shape.$ref.slice(shape.$ref.lastIndexOf('/') + 1)
  if (shape.enum) return shape.enum.map((one) => (one === null ? 'null' : `'${one}'`)).join(' | ')
  const choices = shape.oneOf ?? shape.anyOf
  if (choices) return choices.map(typeOf).join(' | ')
  const types = [shape.type ?? []].flat()
  return types.length === 0 ? 'unknown' : types.map((type) => ofType(type, shape)).join(' | ')
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the code that is written
const ruleName = '`${string}/${string}`'

function ofType(type: string, shape: Shape): string {
  switch (type) {
    case 'string':
      // `area/name`, as rules are called.
      return shape.pattern === '^.*/.*$' ? ruleName : 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return shape.prefixItems
        ? `readonly [${shape.prefixItems.map(typeOf).join(', ')}]`
        : `readonly (${typeOf(shape.items ?? {})})[]`
    case 'object':
      return objectOf(shape)
    default:
      return type
  }
}

function objectOf({ properties, required = [], additionalProperties }: Shape): string {
  if (!properties) return `Readonly<Record<string, ${typeOf(additionalProperties || {})}>>`
  const fields = Object.entries(properties).map(
    ([name, one]) =>
      `${comment(one.description)}readonly ${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`,
  )
  return `{ ${fields.join('; ')} }`
}

const keyOf = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : `'${name}'`)

const comment = (words: string | undefined): string =>
  words === undefined ? '' : `\n/** ${words.replaceAll('*/', '*').replace(/\s+/g, ' ')} */\n`

interface Item extends Partial<Record<Method, Operation>> {
  readonly parameters?: readonly Parameter[]
}

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema: Shape }>>

interface Parameter {
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Shape
}

interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly pattern?: string
  readonly enum?: readonly (string | null)[]
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Shape | false
}
