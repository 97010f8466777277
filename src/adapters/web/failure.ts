import type { RefusalCode } from '../../model/document.ts'

/** Something that a server, a network or a name did wrong, as a value on its way to become a `Refusal`. */
export interface Failure {
  readonly code: RefusalCode
  readonly says: string
  /** It may pass: worth asking again. */
  readonly mayPass: boolean
}

export const failure = (code: RefusalCode, says: string, mayPass = false): Failure => ({ code, says, mayPass })

/** A failure inside somebody else's callback, which can only be thrown. */
export class Failed extends Error {
  readonly failure: Failure
  constructor(known: Failure) {
    super(known.says)
    this.failure = known
  }
}

/** What an error of the network means. One that is none of the network's is a defect, and is thrown on. */
export function failureOf(error: unknown): Failure {
  const known = causes(error).find((cause) => cause instanceof Failed)
  if (known) return known.failure
  const code = causes(error)
    .map(codeOf)
    .find((found) => found !== undefined)
  // Some answers that break the protocol (a 101 that nobody asked for) break an assertion of undici's, which has no other name for them.
  if (code === 'ERR_ASSERTION' || (error instanceof Error && error.name === 'HTTPParserError'))
    return failure('malformed', 'what answers there does not speak HTTP')
  if (code === undefined || /^UND_ERR_(?:INVALID|NOT_SUPPORTED)|^ERR_INVALID/.test(code)) throw error
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return failure('too-large', 'its header fields are larger than any page needs')
  if (/CERT|SELF_SIGNED|ISSUER|^ERR_TLS|^ERR_SSL|^EPROTO$/.test(code))
    return failure('unreachable', `no safe connection can be made (${code}); see in a browser what is wrong with it`)
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return failure('timed-out', 'no connection came about; try again later')
  if (code === 'ENOTFOUND')
    return failure('unreachable', 'there is no such host, or no network; check how it is written')
  const mayPass = passing.has(code)
  return failure('unreachable', `the connection failed (${code}); try again later`, mayPass)
}

/** A name server or a connection that may be better in a second. A closed port (ECONNREFUSED) is not. */
const passing: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET'])

/** The error and what it was caused by. */
function causes(error: unknown): readonly unknown[] {
  const found: unknown[] = []
  for (let at = error; at instanceof Error && found.length < 8; at = at.cause) found.push(at)
  return found
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
