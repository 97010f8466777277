import type { Readable } from 'node:stream'
import { type Failure, failure } from './failure.ts'

/** How much of a body is taken: more than `most` bytes is too large, unless the rest is to be cut off. */
interface Measure {
  readonly most: number
  readonly cut: boolean
}

/** A body as it was sent. Counts as it goes: the length that a server claims is believed only where it is already too much. */
export async function bodyOf(
  body: Readable,
  claimed: string | undefined,
  { most, cut }: Measure,
): Promise<Uint8Array | Failure> {
  if (!cut && Number(claimed) > most) {
    body.destroy()
    return failure('too-large', `it says it has ${claimed} bytes; ${remedy(most)}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop destroys the body, and with it the connection.
    if (size > most)
      return cut ? joined(chunks).subarray(0, most) : failure('too-large', `it goes on and on; ${remedy(most)}`)
  }
  return joined(chunks)
}

const remedy = (most: number): string => `${megabytes(most)} are fetched at most; save it and give the file`

const megabytes = (bytes: number): string => `${Math.round((bytes / (1024 * 1024)) * 10) / 10} MB`

/** A plain array of bytes of its own, not a piece of Node's pool. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
