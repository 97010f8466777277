import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * One line of the log of a collection. Each carries the digest of the line before it, so that no line can be changed, added between others
 * or taken out without changing all that follow (a hash chain, Haber and Stornetta 1991). Only the end can be cut off unseen: against that
 * the last digest has to be kept elsewhere, or time-stamped.
 */
export interface LogLine<Kind extends string = LogKind> extends LogFact<Kind> {
  /** From 1 on, without gaps. */
  readonly number: number
  /** The digest of the line before; 64 zeros for the first. */
  readonly previous: string
  /** Hex SHA-256 of the line without this field, in canonical JSON. */
  readonly digest: string
}

/** What is written down: something that was captured or decided, or given away. */
export interface LogFact<Kind extends string = LogKind> {
  readonly kind: Kind
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  /** Who did it. */
  readonly by: string
  /** Plain JSON; its shape goes by `kind`. */
  readonly body: Json
}

export type LogKind =
  | 'opened'
  | 'capture'
  | 'decision'
  | 'followed'
  | 'unfollowed'
  | 'timestamp'
  /** A report could not be read by one version of Headwater, and nothing is found in it; or could be after that. */
  | 'set-aside'
  | 'read-after-all'
  | 'migrated'
  /** Words of reports were sent to a model. */
  | 'asked-model'
  /** A way of looking at the claims got a name, another name, or asks for something else; or is there no more. */
  | 'view-saved'
  | 'view-changed'
  | 'view-removed'

/** The lines that answers are made of; all others change none. */
export const answeringKinds: readonly LogKind[] = ['capture', 'decision', 'set-aside', 'read-after-all']

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What the first line has before it. */
export const beginning = '0'.repeat(64)

/** The line that writes a fact down behind another. */
export function chained<Kind extends string = LogKind>(
  before: Pick<LogLine, 'number' | 'digest'> | undefined,
  fact: LogFact<Kind>,
): LogLine<Kind> {
  const line = { ...fact, number: (before?.number ?? 0) + 1, previous: before?.digest ?? beginning }
  return { ...line, digest: digestOf(line) }
}

/** What is wrong with a line that should follow another, in one sentence; undefined when nothing is. */
export function flawOf(
  line: LogLine<string>,
  before: Pick<LogLine, 'number' | 'digest'> | undefined,
): string | undefined {
  const number = (before?.number ?? 0) + 1
  if (line.number !== number) return `line ${number} of the log is missing: ${line.number} follows`
  if (line.previous !== (before?.digest ?? beginning))
    return `line ${line.number} of the log does not follow the line before it`
  if (line.digest !== digestOf(line)) return `line ${line.number} of the log was changed after it was written`
  return undefined
}

const digestOf = ({ number, kind, at, by, body, previous }: Omit<LogLine<string>, 'digest'>): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson({ number, kind, at, by, body, previous }))))

/** JSON with the keys of every object in the order of their code units and no white space (RFC 8785, for values whose numbers are integers). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held as Json)}`)
  return `{${parts.join(',')}}`
}
