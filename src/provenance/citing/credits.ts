import type { Source } from '../../model/source.ts'
import { fold } from '../../text/words.ts'
import type { Voices } from '../sources/voices.ts'
import { hostOf } from './outlets.ts'

/** The source that a credit line names: a voice already heard in the reports, or an outlet only heard of ("ntv.de"). */
export function creditSource(name: string, voices: Voices): Source {
  const wanted = plainName(name)
  const known = voices.sources.find((source) =>
    [source.name, ...source.aliases].some((other) => plainName(other) === wanted),
  )
  return known ?? { id: idOf(name), name: name.trim(), aliases: [], kind: 'outlet', affiliation: null }
}

const plainName = (name: string): string => hostOf(name) ?? fold(name.trim()).replace(/^the /, '')

const idOf = (name: string): string =>
  (hostOf(name) ?? fold(name)).replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^-+|-+$/g, '') || 'unnamed'
