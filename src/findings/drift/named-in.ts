import type { Voices } from '../../provenance/sources/voices.ts'
import { fold } from '../../text/words.ts'

/** Looks up whether some words name a source: its whole name, an alias, or the last name of a person. */
export function namesIn(voices: Voices): (source: string, words: string) => boolean {
  const names = new Map(
    voices.sources.map(({ id, name, aliases, kind }) => {
      const surname = kind === 'person' ? [name.split(/\s+/).at(-1) ?? name] : []
      const proper = [name, ...aliases, ...surname].filter((one) => /\p{Lu}/u.test(one) && one.length > 2)
      return [id, proper.map((one) => ` ${plain(one)} `)]
    }),
  )
  return (source, words) => {
    const text = ` ${plain(words)} `
    return (names.get(source) ?? []).some((name) => text.includes(name))
  }
}

const plain = (words: string): string =>
  fold(words)
    .replace(/'s?\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim()
