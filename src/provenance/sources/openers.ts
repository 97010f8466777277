import { withoutDatelines } from '../../extract/syntax/datelines.ts'
import { personNouns } from '../../language/en/people.ts'
import { bodyNouns } from '../../language/en/voice-words.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { vectorOf } from '../../text/word-vectors.ts'
import { isVoiceNoun } from './can-speak.ts'
import { listed } from './listed.ts'
import { fold } from './names.ts'
import { singular } from './role.ts'

/**
 * Tells of one word in a report whether it has its capital only because it opens a sentence: "Radar images …", "Contracts
 * seen by …". It is a name only where the report writes it with a capital elsewhere, or never without.
 */
export function openersOf({ document, sentences, tokens }: Reading): (span: Span) => boolean {
  const { text } = document
  // "KELDA - Fire chief Ada Noor said": what opens a sentence stands behind the dateline.
  const openings = new Set([...sentences, ...withoutDatelines(sentences, tokens)].map(({ start }) => start))
  let names: ReadonlySet<string> | undefined
  return ({ start, end }) => {
    const word = text.slice(start, end)
    if (!/^\p{Lu}\p{Ll}+$/u.test(word) || !opens(text, start, openings) || listed(word)) return false
    const plain = fold(word)
    const noun = singular(plain)
    const common = plain in bodyNouns || isVoiceNoun(noun) || personNouns.has(noun) || vectorOf(plain) !== undefined
    names ??= namesInside(text.slice(document.title?.length ?? 0))
    return common && !names.has(word)
  }
}

/** Does a sentence begin here, or with the opening marks before? */
function opens(text: string, start: number, openings: ReadonlySet<number>): boolean {
  let at = start
  while (!openings.has(at)) {
    if (start - at > mostMarks || !/["“‘'(]/.test(text[at - 1] ?? '')) return false
    at--
  }
  return true
}

/** So many quotation marks and brackets may stand before a word. */
const mostMarks = 8

/** Single words with a capital that no sentence opens with. */
const namesInside = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/(?:\p{Ll}|[,;'’)]) (\p{Lu}\p{Ll}+)(?! ?\p{Lu}|\p{L})/gu)].map((match) => match[1] ?? ''))
