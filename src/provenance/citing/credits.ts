import { findKnown } from '../../language/entities.ts'
import type { Source } from '../../model/source.ts'
import { fold } from '../../text/words.ts'
import type { Voices } from '../sources/voices.ts'
import { hostOf } from './outlets.ts'

/** The source that a credit line names: a voice already heard in the reports, or an outlet only heard of ("ntv.de"). */
export function creditSource(name: string, voices: Voices): Source {
  const listed = findKnown(name)
  const wanted = plainName(listed?.name ?? name)
  const known = voices.sources.find((source) =>
    [source.name, ...source.aliases].some((other) => plainName(other) === wanted),
  )
  if (known) return known
  const kind = listed && listed.kind !== 'outlet' && listed.kind !== 'agency' ? 'institution' : 'outlet'
  return listed
    ? { id: idOf(listed.name), name: listed.name, aliases: [name.trim()], kind, affiliation: null }
    : { id: idOf(name), name: name.trim(), aliases: [], kind, affiliation: null }
}

/** "rog" behind a list of agencies is who typed it: initials of a desk, and no source. */
export const isDeskMark = (name: string): boolean => /^\p{Ll}{2,4}$/u.test(name.trim())

const plainName = (name: string): string => hostOf(name) ?? fold(name.trim()).replace(/^the /, '')

const idOf = (name: string): string =>
  (hostOf(name) ?? fold(name)).replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^-+|-+$/g, '') || 'unnamed'
