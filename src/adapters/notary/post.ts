import type { Post } from '../../ports/notary.ts'
import { notaryError } from './notary-error.ts'

/** A token with its certificates is about 5 kB; an authority answers within a second or two. */
const limits = { bytes: 65_536, milliseconds: 20_000 } as const

/** Sends over HTTP, following no redirection: what was asked is what has to answer. */
export const postWithin =
  ({ bytes: most, milliseconds }: { readonly bytes: number; readonly milliseconds: number } = limits): Post =>
  async (address, bytes, mediaType) => {
    try {
      const response = await fetch(address, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': mediaType, accept: 'application/timestamp-reply' },
        redirect: 'manual',
        signal: AbortSignal.timeout(milliseconds),
      })
      if (response.status !== 200) {
        await response.body?.cancel()
        throw notaryError(`${address} answered ${response.status} instead of a time-stamp`)
      }
      return await bodyOf(response, most, address)
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'NOTARY') throw cause
      if (cause instanceof Error && cause.name === 'TimeoutError')
        throw notaryError(`${address} gave no answer within ${milliseconds / 1000} seconds`, cause)
      throw notaryError(`${address} cannot be reached`, cause)
    }
  }

async function bodyOf(response: Response, most: number, address: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    // Leaving the loop cancels the rest.
    if (size > most) throw notaryError(`${address} answered with more than ${most} bytes, which is no time-stamp`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
