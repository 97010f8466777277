import type { NamedVoice } from '../../model/decision.ts'
import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'
import { lastUpTo } from '../../text/in-order.ts'
import { byCodeUnit } from '../../text/order.ts'
import { slug } from '../sources/names.ts'
import { plainName, type VoiceBook } from './voice-book.ts'

/**
 * Makes two voices of one that two names were taken for. Every place goes with the name that stands last before its end ("Mia Lund …
 * Lund said"); where neither does, it stays with the one that keeps the voice. One name in two documents is parted by document.
 *
 * @returns the ids of both; one that is not heard here any more is gone
 */
export function part(
  book: VoiceBook,
  whole: Source,
  a: NamedVoice,
  b: NamedVoice,
  readings: readonly Reading[],
): readonly [string, string] {
  const [stays, goes] = inTurn(whole, a, b)
  const byDocument = plainName(a.name) === plainName(b.name)
  const form = [whole.name, ...whole.aliases].find((other) => plainName(other) === plainName(goes.name)) ?? goes.name
  const id = `${slug(goes.name)}${byDocument && goes.document !== undefined ? `@${goes.document}` : ''}`
  const parted = book.add(id, { name: form, aliases: [], kind: goes.kind ?? whole.kind, affiliation: null })
  const called = { left: new Set<string>(), gone: new Set<string>() }
  for (const { document, attributions } of readings) {
    const spoken = book.spoken.get(document.id) ?? []
    const isGone = byDocument
      ? () => document.id === goes.document
      : placesOf(document.text, stays.name, goes.name, whole)
    for (const [i, { source, content }] of attributions.entries()) {
      if (spoken[i] !== whole.id) continue
      const words = source.map(({ quote }) => quote).join(' ')
      const gone = isGone(source.at(-1)?.end ?? content[0]?.start ?? 0)
      called[gone ? 'gone' : 'left'].add(plainName(words))
      if (gone) spoken[i] = parted.id
    }
    const publishes = byDocument
      ? document.id === goes.document
      : plainName(document.publisher ?? '') === plainName(goes.name)
    if (book.outlets.get(document.id) === whole.id && publishes) book.outlets.set(document.id, parted.id)
  }
  const isGone = (alias: string): boolean => called.gone.has(plainName(alias))
  const isLeft = (alias: string): boolean => called.left.has(plainName(alias)) || !isGone(alias)
  const isOther = (alias: string): boolean => !byDocument && plainName(alias) === plainName(goes.name)
  book.change(whole.id, { aliases: whole.aliases.filter((alias) => isLeft(alias) && !isOther(alias)) })
  book.change(parted.id, {
    aliases: whole.aliases.filter((alias) => isGone(alias) && !isOther(alias) && alias !== form),
  })
  if (!isHeard(book, whole.id)) book.change(parted.id, { affiliation: whole.affiliation })
  for (const { id: voice } of [whole, parted]) if (!isHeard(book, voice)) book.sources.delete(voice)
  return [whole.id, parted.id]
}

const isHeard = ({ spoken, outlets, sources }: VoiceBook, id: string): boolean =>
  [...outlets.values()].includes(id) ||
  [...spoken.values()].some((voices) => voices.includes(id)) ||
  [...sources.values()].some(({ affiliation }) => affiliation === id)

/** Who keeps the voice comes first: whose name it bears; of one name, who is named for no document in particular. */
function inTurn(whole: Source, a: NamedVoice, b: NamedVoice): readonly [NamedVoice, NamedVoice] {
  const rank = ({ name, document }: NamedVoice): string =>
    `${plainName(name) === plainName(whole.name) ? 0 : 1}${document === undefined ? 0 : 1} ${name} ${document}`
  return byCodeUnit(rank(a), rank(b)) <= 0 ? [a, b] : [b, a]
}

/** Tells of a place in a text whether the name that goes stands last before it. */
function placesOf(text: string, stays: string, goes: string, { name, aliases }: Source): (end: number) => boolean {
  const forms = (wanted: string): readonly string[] => [
    ...new Set([wanted, ...[name, ...aliases].filter((other) => plainName(other) === plainName(wanted))]),
  ]
  const uses = [
    ...forms(stays).flatMap((form) =>
      usesOf(text, form).map((start) => ({ start, gone: false, end: start + form.length })),
    ),
    ...forms(goes).flatMap((form) =>
      usesOf(text, form).map((start) => ({ start, gone: true, end: start + form.length })),
    ),
  ].sort((x, y) => x.start - y.start || x.end - y.end)
  return (end) => uses[lastUpTo(uses, end - 1)]?.gone ?? false
}

function usesOf(text: string, form: string): readonly number[] {
  const found: number[] = []
  if (form === '') return found
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) found.push(at)
  return found
}
