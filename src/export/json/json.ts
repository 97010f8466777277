import type { Report } from '../../model/report.ts'
import type { Exporter } from '../exporter.ts'

/**
 * The report as the contract's JSON, `headwater/report@1`. Keys stand in one order whatever made the report, so that two runs can be
 * compared line by line; fields that a later version adds follow the known ones. The documents' texts are left out unless asked for.
 */
export function jsonReport(report: Report, { text = false }: { readonly text?: boolean } = {}): string {
  const documents = report.documents.map((document) => (text ? document : { ...document, text: undefined }))
  return `${JSON.stringify(arranged({ ...report, documents }), null, 2)}\n`
}

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
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, held]) => [key, arranged(held)]))
}

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
