import { nameFillers, personTitles } from '../../language/en/voice-words.ts'

/** Lower case without accents or possessive: "Ānže’s" and "anze" are written alike. For comparing only, never for offsets. */
export const fold = (word: string): string => remembered(folded, word, foldAnew)

const foldAnew = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/'s?$/, '')

/** The words of a name or description, folded; punctuation is left out. */
export const wordsOf = (text: string): readonly string[] => remembered(parted, text, wordsAnew)

const wordsAnew = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []).map(fold).filter((word) => word !== '')

/** The words that identify: without articles and small words. A name of small words only keeps them all. */
export function nameWords(name: string): readonly string[] {
  const all = wordsOf(name)
  const telling = all.filter((word) => !nameFillers.has(word))
  return telling.length > 0 ? telling : all
}

/** One key for "Ministry of Civil Rescue" and "the Civil Rescue Ministry". */
export const bodyKey = (name: string): string => [...new Set(nameWords(name))].sort().join(' ')

/** A name as an id: `sahel-coast-agency`. Letters outside Latin stay as they are. */
export const slug = (name: string): string => wordsOf(name).join('-').replace(/['-]+/g, '-') || 'unnamed'

/** The name without leading titles: "Lt. Gen. Kyrylo Budanov" is Kyrylo Budanov. A name made of titles only is kept. */
export function withoutTitles(name: string): string {
  const parts = name.trim().split(/\s+/)
  let from = 0
  while (from < parts.length - 1 && personTitles.has(fold((parts[from] ?? '').replace(/\.+$/, '')).replace(/\.$/, '')))
    from++
  return parts
    .slice(from)
    .join(' ')
    .replace(/['’]s?$/, '')
}

/** Initials with and without the small words: "Linhas do Tejo" is LDT and LT. Empty for single words. */
export function initials(name: string): readonly string[] {
  const all = wordsOf(name).filter((word) => word !== 'the')
  if (all.length < 2) return []
  const telling = all.filter((word) => !nameFillers.has(word))
  const first = (list: readonly string[]): string => list.map((word) => word.slice(0, 1)).join('')
  return [...new Set([first(all), first(telling)])].filter((letters) => letters.length > 1)
}

/** Looks like "SCA", "LdT" or "UNHCR": at least two capitals and little else. */
export const isAcronym = (name: string): boolean =>
  /^[\p{Lu}\p{N}][\p{L}\p{N}.&-]{1,7}$/u.test(name) && (name.match(/\p{Lu}/gu) ?? []).length >= 2

/** Code unit order: the same everywhere, unlike an alphabet. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What was worked out lately: reports name the same few again and again. A pure function is asked, so nothing else can tell. */
function remembered<T>(known: Map<string, T>, key: string, make: (key: string) => T): T {
  const held = known.get(key)
  if (held !== undefined) return held
  const made = make(key)
  if (key.length > longestRemembered) return made
  if (known.size >= mostRemembered) known.clear()
  known.set(key, made)
  return made
}

const folded = new Map<string, string>()
const parted = new Map<string, readonly string[]>()
const mostRemembered = 65_536
const longestRemembered = 120
