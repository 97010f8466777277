import type { PartOfSpeech, Sentence, Token } from '../../model/sentence.ts'

/**
 * Part-of-speech tags with the slips mended that mislead rules about who says what: the tagger takes most "-s" forms of reporting
 * verbs for nouns ("Harbour Desk reports") and names for verbs ("Daily Flare").
 */
export function mendedTags(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  verbForms: ReadonlySet<string>,
): readonly PartOfSpeech[] {
  const tags = tokens.map(({ pos }) => pos)
  for (const { first, last, headline } of sentences) {
    for (let i = first; i < last; i++) {
      const token = tokens[i]
      if (token) tags[i] = mend(tokens, tags, i, { first, last, headline }, token, verbForms)
    }
  }
  return tags
}

function mend(
  tokens: readonly Token[],
  tags: readonly PartOfSpeech[],
  i: number,
  { first, last, headline }: Pick<Sentence, 'first' | 'last' | 'headline'>,
  token: Token,
  verbForms: ReadonlySet<string>,
): PartOfSpeech {
  const before = i > first ? tags[i - 1] : undefined
  const next = tokens[i + 1]
  const after = i + 1 < last ? next?.pos : undefined
  const capital = /^\p{Lu}/u.test(token.text)
  switch (token.pos) {
    case 'VERB':
      if (capital && !headline && i > first && before === 'PROPN' && /^\p{Lu}/u.test(tokens[i - 1]?.text ?? ''))
        return 'PROPN'
      // "Cook said", "said Cook": a name that is also a verb.
      if (
        capital &&
        !headline &&
        !/(?:ed|ing)$/.test(token.lower) &&
        (i > first ? before === 'VERB' : after === 'VERB')
      )
        return 'PROPN'
      if (before === 'DET' && !/(?:ed|ing|en)$/.test(token.lower)) return 'NOUN'
      if (before === 'NOUN' && tokens[i - 1]?.pos === 'VERB' && (after === 'VERB' || after === 'AUX')) return 'NOUN'
      return 'VERB'
    case 'ADJ':
      if (before === 'DET' && (after === 'AUX' || (after === 'VERB' && !/(?:ed|ing|en)$/.test(next?.lower ?? ''))))
        return 'NOUN'
      return verbForms.has(token.lower) && actsAsVerb(tokens, before, i, last) ? 'VERB' : 'ADJ'
    case 'NOUN':
    case 'PROPN':
      return (!capital || headline) && verbForms.has(token.lower) && actsAsVerb(tokens, before, i, last)
        ? 'VERB'
        : token.pos
    default:
      return token.pos
  }
}

/** A subject before it, and behind it what only a verb is followed by: an article, a pronoun, a number, "that", or nothing. */
function actsAsVerb(tokens: readonly Token[], before: PartOfSpeech | undefined, i: number, last: number): boolean {
  if (before !== 'NOUN' && before !== 'PROPN' && before !== 'PRON') return false
  const next = tokens[i + 1]
  if (i + 1 >= last || !next) return true
  if (next.pos === 'DET' || next.pos === 'NUM' || next.pos === 'SCONJ') return true
  if (next.pos === 'PRON') return !/^(?:who|which|whose)$/.test(next.lower)
  return /^["“:.]$/.test(next.text)
}
