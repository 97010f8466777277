import { keyOf } from '../../language/key.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Mention } from '../../model/mention.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { headOf, sourceKind } from './source-kind.ts'

/** Who spoke so far, so that a pronoun, a role or a surname finds its name. Asked in the order of the text. */
export interface Speakers {
  /** The key of the person or body that speaks, null where it is not sure or has no name. */
  resolve(source: Stretch): string | null
  kind(source: Stretch): SourceKind
}

export function speakersOf(page: Page, mentions: readonly Mention[]): Speakers {
  const names = namesByLastWord(page)
  const byStart = mentions.filter(({ kind }) => kind === 'person' || kind === 'organisation' || kind === 'outlet')
  let lastPerson: string | null = null
  let lastBody: string | null = null
  let lastMany: string | null = null
  const roles = new Map<string, string>()
  return {
    kind: (source) => sourceKind(page, source, mentionIn(page, source, byStart)),
    resolve(source) {
      const head = headOf(page, source)
      const word = page.word(head)
      if (/^(?:he|she|him|her)$/.test(word)) return lastPerson
      if (word === 'it') return lastBody
      if (word === 'they') return lastMany
      if (word === 'we' || word === 'i') return null
      const mention = mentionIn(page, source, byStart)
      const kind = sourceKind(page, source, mention)
      const named = mention?.entity ?? fullestName(page, source, names)
      const known = named ?? roles.get(word) ?? roles.get(page.tokens[head]?.lemma ?? word) ?? null
      // Workers, doctors and reporters have no name; "they" after them is nobody that was named before.
      if (page.pos(head) === 'NOUN' && /s$|^(?:people|police)$/.test(word)) lastMany = known
      const sure = mention?.kind === 'person' || (mentions.length === 0 && kind === 'person')
      if (sure) lastPerson = known ?? lastPerson
      else if (kind === 'person') lastPerson = page.pos(head) === 'PROPN' ? lastPerson : known
      else if (kind !== 'vague' && kind !== 'imagery' && kind !== 'data') lastBody = known ?? lastBody
      if (named) for (const role of rolesIn(page, source)) roles.set(role, named)
      return known
    },
  }
}

/** Common nouns by which the named voice can be called again: "Ana Ruiz, [director] of the port", "the Health [Ministry]". */
function* rolesIn(page: Page, source: Stretch): Generator<string> {
  for (let i = source.first; i < source.last; i++) {
    const next = page.pos(i + 1)
    if (page.pos(i) === 'NOUN' && next !== 'NOUN') yield page.word(i)
    if (page.pos(i) === 'PROPN' && next !== 'PROPN') yield page.word(i)
  }
}

/** Mentions are in text order; a source holds few, so a binary search finds the first. */
function mentionIn(page: Page, source: Stretch, mentions: readonly Mention[]): Mention | undefined {
  const { start, end } = page.excerpt(source.first, source.last)
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  for (let i = low; i < mentions.length && (mentions[i]?.start ?? end) < end; i++) {
    const mention = mentions[i]
    if (mention?.kind === 'person') return mention
  }
  const first = mentions[low]
  return first && first.start < end ? first : undefined
}

/** Every run of capitalised names, by its last word, the longest kept: "Tampos" → "Superintendent Rogelio Tampos". */
function namesByLastWord(page: Page): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (let i = 0; i < page.tokens.length; i++) {
    if (page.pos(i) !== 'PROPN') continue
    let last = i
    while (page.pos(last + 1) === 'PROPN' && last - i < 6) last++
    const key = page.tokens[last]?.text ?? ''
    const { quote } = page.excerpt(i, last + 1)
    if (quote.length > (names.get(key)?.length ?? 0)) names.set(key, quote)
    i = last
  }
  return names
}

/** The key of the fullest form of a name of several words; a single capital may be a place, a weekday or the start of a headline. */
function fullestName(page: Page, source: Stretch, names: ReadonlyMap<string, string>): string | undefined {
  for (let i = source.first; i < source.last; i++) {
    if (page.pos(i) !== 'PROPN' || page.pos(i + 1) === 'PROPN') continue
    if (page.word(i + 1) === "'s" || page.word(i + 1) === '’s') continue
    const name = names.get(page.tokens[i]?.text ?? '')
    return name?.includes(' ') ? keyOf(name) : undefined
  }
  return undefined
}
