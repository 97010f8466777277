import { type Failure, failure } from './failure.ts'

/** Statuses that send the reader to another address. */
export const redirects = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/**
 * The address that a redirection leads to, without the part of the page (`#…`) that is no business of the server. Whether it may be asked is
 * looked at anew, as of every address. From https to http nobody is followed: on the way there anyone could put in another page.
 */
export function nextAddress(from: URL, location: string | undefined): URL | Failure {
  const target = location?.trim()
  if (!target) return failure('redirects', 'it leads elsewhere without saying where')
  if (target.length > longestAddress || !URL.canParse(target, from.href))
    return failure('redirects', `it leads to what is no address: ${target.slice(0, 100)}`)
  const to = withoutPart(new URL(target, from))
  if (from.protocol === 'https:' && to.protocol === 'http:')
    return failure(
      'redirects',
      `it leads from https to ${to.href}, where others may read and change it on the way; give that address if you want it`,
    )
  return to
}

/** No server takes longer ones (8,000 characters are what RFC 9110 asks servers to take at least). */
export const longestAddress = 8000

export function withoutPart(url: URL): URL {
  const whole = new URL(url)
  whole.hash = ''
  return whole
}
