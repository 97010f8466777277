import type { Post } from '../../ports/notary.ts'
import { openPost, type PostOptions } from '../web/post.ts'
import { notaryError } from './notary-error.ts'

/**
 * Asks authorities over HTTP, by the same rule of which addresses may be connected to as pages are fetched by. No redirection is followed:
 * what was asked is what has to answer. A token with its certificates is about 5 kB; an authority answers within a second or two.
 */
export function postTo(options: Pick<PostOptions, 'allowPrivate' | 'timeout'>): Post {
  const post = openPost(options)
  return async (address, bytes, mediaType) => {
    const answer = await post(address, bytes, {
      'content-type': mediaType,
      accept: 'application/timestamp-reply',
    }).catch((cause: unknown) => {
      throw notaryError(`${address} gave no time-stamp${cause instanceof Error ? `: ${cause.message}` : ''}`, cause)
    })
    if (answer.status !== 200) throw notaryError(`${address} answered ${answer.status} instead of a time-stamp`)
    return answer.bytes
  }
}
