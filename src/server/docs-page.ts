import { html } from 'hono/html'
import type { OpenAPIDocument } from './document.ts'
import { kinds } from './problem.ts'

/** The API for people to read, from its own description: what can be asked for, with what, by whom, and what every problem means. No script. */
export async function docsPage({ info, paths = {} }: OpenAPIDocument): Promise<string> {
  const operations = Object.entries(paths).flatMap(([path, { parameters: shared = [], ...methods }]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
      ...operation,
      address: `${method.toUpperCase()} ${path}`,
      parameters: [...(shared as readonly Parameter[]), ...(operation.parameters ?? [])],
    })),
  )
  return String(
    await html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Headwater: the API</title><link rel="stylesheet" href="/api/v1/docs.css"></head>
<body>
<header><h1>The API of Headwater ${info.version}</h1>
<p>${marked(info.description ?? '')}</p>
<p>Everything here comes from <a href="/api/v1/openapi.json">the description that programs read</a>, which has all shapes.</p></header>
<nav aria-label="Operations"><ul>${operations.map(({ operationId, address }) => html`<li><a href="#${operationId}"><code>${address}</code></a></li>`)}</ul></nav>
<main>
${operations.map(section)}
<h2 id="problems">Problems</h2>
<p>What is refused is told as <code>application/problem+json</code>: <code>type</code> leads here.</p>
<dl>${Object.entries(kinds).map(([status, { name, title }]) => html`<dt id="${name}">${status} <code>${name}</code></dt><dd>${title}.</dd>`)}</dl>
</main>
</body></html>
`,
  )
}

function section({
  operationId,
  summary,
  description,
  address,
  parameters,
  requestBody,
  responses,
  ...rest
}: Described) {
  return html`<section id="${operationId}"><h2><code>${address}</code></h2>
<p>${marked(summary)}.${description === undefined ? '' : html` ${marked(description)}`}</p>
<p class="by">By: ${rest['x-role']}. Name: <code>${operationId}</code>.${requestBody ? ` Takes ${Object.keys(requestBody.content).join(' or ')}.` : ''}</p>
${
  parameters.length === 0
    ? ''
    : html`<div class="wide" tabindex="0" role="region" aria-label="Parameters of ${operationId}"><table><thead><tr><th>Parameter</th><th>In</th><th>Kind</th><th>What it is</th></tr></thead><tbody>
${parameters.map((one) => html`<tr><td><code>${one.name}</code>${one.required ? ' (needed)' : ''}</td><td>${one.in}</td><td>${kindOf(one.schema)}</td><td>${marked(one.description ?? one.schema.description ?? '')}</td></tr>`)}
</tbody></table></div>`
}
<p class="answers">Answers: ${Object.entries(responses).map(([status, answer], at) => html`${at === 0 ? '' : ', '}${told(Number(status), answer)}`)}.</p></section>
`
}

function told(status: number, { description = '', content = {} }: Answer) {
  const kind = Object.entries(kinds).find(([one]) => Number(one) === status)?.[1]
  if (kind) return html`<a href="#${kind.name}">${status}</a>`
  const shape = content['application/json']?.schema?.$ref?.replace(/.*\//, '')
  return html`<strong>${status}</strong> ${marked(description)}${shape === undefined ? '' : html` (<code>${shape}</code>)`}`
}

function kindOf({ type, enum: words, minimum, maximum, default: usual, anyOf }: Shape): string {
  const kind = words
    ? words.join(', ')
    : anyOf
      ? anyOf.map(kindOf).join(' or ')
      : [type ?? 'anything'].flat().join(' or ')
  const isBound = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  const range = isBound ? ` ${minimum} to ${maximum}` : minimum === undefined ? '' : ` from ${minimum}`
  return `${kind}${range}${usual === undefined || usual === '' ? '' : `, else ${usual}`}`
}

/** Words with `code` in them. */
const marked = (words: string) =>
  words.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))

/** For light and dark; the policy of the pages allows no style in them. */
export const docsStyle = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0 auto;padding:1rem;max-width:60rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .25rem;overflow-wrap:anywhere}
h2 code{font-weight:600}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
XX.9em ui-monospace,monospace;overflow-wrap:anywhere}
nav ul{list-style:none;padding:0;columns:24rem}nav li{break-inside:avoid}
.wide{overflow-x:auto}table{border-collapse:collapse}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
dt{font-weight:600;margin-top:.5rem}dd{margin:0}
`
interface Described extends Operation {
  readonly address: string
  readonly parameters: readonly Parameter[]
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly 'x-role': string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: object }
  readonly responses: Readonly<Record<string, Answer>>
}

interface Answer {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Shape
}

interface Shape {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Shape[]
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: string | number
}
