import { randomBytes } from 'node:crypto'

/** A token that nobody guesses: 32 random bytes. */
export const newToken = (): string => randomBytes(32).toString('base64url')
