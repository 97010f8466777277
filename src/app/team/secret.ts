import { createHash, randomBytes } from 'node:crypto'

/** What somebody shows to be let in, and what is kept of it: who reads what is kept cannot show it. */
export interface Secret {
  readonly shown: string
  readonly digest: string
}

/** 32 random bytes; nobody guesses them, so that a plain hash is enough to keep. */
export function newSecret(prefix = ''): Secret {
  const shown = prefix + randomBytes(32).toString('base64url')
  return { shown, digest: digestOf(shown) }
}

export const digestOf = (shown: string): string => createHash('sha256').update(shown).digest('hex')

/** What a session or a link goes by where it is shown: the beginning of its digest, which shows nothing of what it holds. */
export const idOf = ({ digest }: Pick<Secret, 'digest'>): string => digest.slice(0, 16)

/** An id that says nothing. */
export const newId = (): string => randomBytes(9).toString('base64url')
