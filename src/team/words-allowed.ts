/**
 * Why somebody cannot be called so, as a sentence; undefined when they can. Small letters of one script only: two names that look the same
 * would be one in a log that people read.
 */
export const flawOfName = (name: string): string | undefined =>
  /^[a-z0-9][a-z0-9._-]{1,39}$/.test(name)
    ? undefined
    : 'A name has 2 to 40 small letters (a to z), digits, and . _ - and begins with a letter or digit.'

/**
 * Why something cannot be a password, as a sentence; undefined when it can. Length is what counts, no mixture of kinds: 15 characters where
 * nothing else is asked for (NIST SP 800-63B-4, 3.1.1.2).
 */
export function flawOfPassword(password: string, name: string): string | undefined {
  const length = [...password].length
  if (length < shortest) return `A password has at least ${shortest} characters; a sentence is easy to remember.`
  if (length > longest) return `A password has at most ${longest} characters.`
  if (new Set(password).size < 6) return 'This repeats a few characters; take a sentence.'
  if (password.toLowerCase().replaceAll(name.toLowerCase(), '').length < 8)
    return 'This is hardly more than your name; take a sentence.'
  return undefined
}

const [shortest, longest] = [15, 200]

/** Whether a place to go to after signing in is one of this server: `//other.example` and `/\other.example` lead elsewhere. */
export const isOwnPlace = (place: string): boolean => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(place) && place.length < 2_000
