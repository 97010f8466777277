import { version } from '../../model/version.ts'

/** Who does something and when: what the log wants to know of every change. */
export interface Acting {
  readonly by: string
  /** ISO 8601, UTC, with milliseconds. */
  now(): string
}

/** Set by the build: a digest of everything that readings and reports are made with. */
declare const HEADWATER_BUILD: string | undefined

/** What captured something. */
export const tool = `headwater ${version}`

/** What made an analysis: another pipeline may make another one of the same words, so that what it made is made anew. */
export const pipeline = `${tool} ${typeof HEADWATER_BUILD === 'string' ? HEADWATER_BUILD : 'source'}`
