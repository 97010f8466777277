import type { Report } from '../../model/report.ts'
import type { Exporter } from '../exporter.ts'

/**
 * The report as the contract's JSON, `headwater/report@1`. Keys stand in one order whatever made the report, so that two runs can be
 * compared line by line; fields that a later version adds follow the known ones. The documents' texts are left out unless asked for.
 */
export const jsonReport = (report: Report, options: JsonOptions = {}): string =>
  `${[...jsonParts(report, options)].join('\n')}\n`

export interface JsonOptions {
  /** With the texts of the documents. */
  readonly text?: boolean
}

/** The same in parts of one or more whole lines, without the last line end: a large report is longer than a string can be. */
export function* jsonParts(report: Report, { text = false }: JsonOptions = {}): Generator<string> {
  const documents = report.documents.map((document) => (text ? document : { ...document, text: undefined }))
  const entries = entriesOf({ ...report, documents })
  yield '{'
  for (const [i, [key, held]] of entries.entries()) {
    const comma = i < entries.length - 1 ? ',' : ''
    if (!Array.isArray(held) || held.length === 0) yield `  ${JSON.stringify(key)}: ${indented(held, '  ')}${comma}`
    else {
      yield `  ${JSON.stringify(key)}: [`
      for (const [n, one] of held.entries()) yield `    ${indented(one, '    ')}${n < held.length - 1 ? ',' : ''}`
      yield `  ]${comma}`
    }
  }
  yield '}'
}

const indented = (value: unknown, by: string): string =>
  JSON.stringify(arranged(value), null, 2).replaceAll('\n', `\n${by}`)

export const json: Exporter = {
  name: 'json',
  mediaType: 'application/json',
  summary: 'The whole report as JSON, for other programs',
  write: (report, options) => jsonReport(report, { text: options?.text ?? false }),
}

/** The same value with the keys of every object in the order of `ORDER`, the rest after them in alphabetical order. */
function arranged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arranged)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(entriesOf(value).map(([key, held]) => [key, arranged(held)]))
}

const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))

/** The order of the contract's own listing; one list serves all nouns, since no two of them want two keys in opposite order. */
const ORDER = [
  ...[
    'schema',
    'documents',
    'sources',
    'statements',
    'claims',
    'derivations',
    'series',
    'findings',
    'refusals',
    'coverage',
  ],
  ...['id', 'kind', 'aspect', 'name', 'aliases', 'affiliation', 'gist'],
  ...['title', 'publisher', 'byline', 'published', 'url', 'language', 'sha256', 'words', 'text'],
  ...['source', 'statement', 'document', 'node', 'low', 'high', 'approximate', 'vague', 'of', 'unit', 'per'],
  ...['type', 'value', 'start', 'end', 'quote', 'cue', 'claim', 'attribution'],
  ...['certainty', 'certaintyScore', 'hedges', 'figures', 'times', 'polarity', 'origin', 'when', 'planned'],
  ...['origins', 'independent', 'positions', 'bottleneck', 'paths', 'cut', 'notEstablished', 'doubtful'],
  ...['credibility', 'credibilityReason', 'reliability', 'trails', 'hops'],
  ...[
    'from',
    'to',
    'manner',
    'basis',
    'confidence',
    'evidence',
    'points',
    'input',
    'code',
    'says',
    'unread',
    'languages',
    'rule',
  ],
]

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((key, index) => [key, index]))

function rank(key: string): number {
  return RANKS.get(key) ?? ORDER.length
}
