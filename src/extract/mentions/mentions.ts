import { bodyNouns } from '../../language/en/name-words.ts'
import type { Mention } from '../../model/mention.ts'
import { excerpt } from '../../model/span.ts'
import { defineStage } from '../stage.ts'
import { link } from './link.ts'
import { locate } from './locate.ts'
import { namesIn } from './names.ts'
import type { Usage } from './reader.ts'
import { casingOf, type Word, wordsOf } from './words.ts'

/** Who and what a report names: persons, bodies, places, sites, outlets, events, products; one key per entity. */
export const mentions = defineStage({
  ref: 'mentions@1',
  needs: ['sentences', 'tokens'],
  gives: ['mentions'],
  run(document, { sentences, tokens }) {
    const words = sentences.map((sentence) => wordsOf(document.text, sentence, tokens))
    const casings = words.map((some, i) => casingOf(some, sentences[i]?.headline === true))
    const usage = usageOf(words.filter((_, i) => casings[i] === 'plain'))
    const drafts = words.flatMap((some, i) => namesIn(document.text, some, casings[i] ?? 'plain', usage))
    const named = link(document.text, drafts, locate(document, drafts))
    return { mentions: inOrder([...named, ...bodies(document.text, words, named)]) }
  },
})

/** How the document writes each word, in its sentences with ordinary capitals. */
function usageOf(sentences: readonly (readonly Word[])[]): Usage {
  const small = new Set<string>()
  const capital = new Set<string>()
  for (const words of sentences) {
    words.forEach((word, i) => {
      if (!/^\p{L}/u.test(word.text)) return
      if (!word.capital) small.add(word.lower)
      else if (i > 0 && !/^["'“‘«(:;–—.-]$/.test(words[i - 1]?.text ?? '')) capital.add(word.lower)
    })
  }
  return { small, capital }
}

/** "the ministry", where the report has named exactly one before: it speaks of that one. */
function bodies(text: string, sentences: readonly (readonly Word[])[], named: readonly Mention[]): readonly Mention[] {
  const kinds = new Map<string, Set<string>>()
  for (const { quote, entity, kind } of named) {
    if (kind !== 'organisation' && kind !== 'outlet' && kind !== 'facility') continue
    for (const noun of quote.toLowerCase().split(/[^\p{L}]+/u))
      if (bodyNouns.has(noun)) kinds.set(noun, (kinds.get(noun) ?? new Set()).add(`${entity}\n${kind}`))
  }
  const found: Mention[] = []
  for (const words of sentences)
    words.forEach((word, i) => {
      const only = kinds.get(word.lower)
      const next = words[i + 1]
      if (
        word.capital ||
        words[i - 1]?.lower !== 'the' ||
        only?.size !== 1 ||
        next?.lower === 'of' ||
        next?.pos === 'NOUN'
      )
        return
      const [entity = '', kind = 'organisation'] = [...only][0]?.split('\n') ?? []
      found.push({
        ...excerpt(text, word.start, word.end),
        kind: kind as Mention['kind'],
        entity,
        latitude: undefined,
        longitude: undefined,
        extent: undefined,
        rule: 'mentions/the-one-body',
      })
    })
  return found
}

const inOrder = (mentions: readonly Mention[]): readonly Mention[] =>
  [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)
