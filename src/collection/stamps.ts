import type { Json, LogLine } from './log.ts'

/**
 * The body of a line of kind `timestamp`: an authority confirms that another line was there. That line has the digest of the line before it
 * in it, and so on to the first: whoever stamps one line stamps all before it.
 */
export interface LineStamp {
  /** The number of the line that was stamped. */
  readonly line: number
  /** Its digest. */
  readonly digest: string
  /** Where the authority was asked. */
  readonly authority: string
  /** What it says, for people; only the token proves it. ISO 8601, UTC. */
  readonly genTime: string
  /** Base64 of an RFC 3161 token. */
  readonly token: string
}

/** The stamp that a line keeps; undefined when it keeps none, or what is no stamp at all. */
export function stampIn({ kind, body }: Pick<LogLine, 'kind' | 'body'>): LineStamp | undefined {
  if (kind !== 'timestamp' || body === null || typeof body !== 'object' || Array.isArray(body)) return undefined
  const { line, digest, authority, genTime, token } = body as { readonly [key: string]: Json }
  const isStamp =
    typeof line === 'number' &&
    typeof digest === 'string' &&
    typeof authority === 'string' &&
    typeof genTime === 'string' &&
    typeof token === 'string'
  return isStamp ? { line, digest, authority, genTime, token } : undefined
}

/**
 * How much later than its stamp a line may say that it was written, in milliseconds. Clocks of machines that ask for the time now and then
 * differ by seconds; five minutes is what Kerberos allows as well (RFC 4120 §1.6).
 */
export const clocksDiffer = 300_000

/** Whether a line says that it was written after it was stamped, which cannot be. */
export const isLaterThanStamp = (line: Pick<LogLine, 'at'>, genTime: string): boolean =>
  Date.parse(line.at) > Date.parse(genTime) + clocksDiffer
