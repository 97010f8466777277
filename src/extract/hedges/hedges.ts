import {
  type HedgeCues,
  hedgeCues,
  judgingVerbs,
  praise,
  praisers,
  unnamedPeople,
  vagueCues,
} from '../../language/en/hedges.ts'
import type { Hedge } from '../../model/statement.ts'
import { defineStage } from '../stage.ts'
import { lexiconOf } from '../syntax/lexicon.ts'
import { type Page, pageOf } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { treesOf } from '../syntax/trees.ts'
import { judgesUnnamed, weakens } from './senses.ts'

/** Words that weaken commitment, wherever they stand: "reportedly", "may", "is believed". */
export const hedges = defineStage({
  ref: 'hedges@2',
  needs: ['sentences', 'tokens'],
  gives: ['hedges'],
  run(document, { sentences, tokens }) {
    const page = pageOf(document.text, tokens, sentences)
    return {
      hedges: hedgesOf(page).map(({ first, last, cues }): Hedge => ({ ...page.excerpt(first, last), rule: cues.rule })),
    }
  },
})

/** A hedge by its tokens, with the family it belongs to. */
export interface HedgePlace extends Stretch {
  readonly cues: HedgeCues
}

const lexicon = lexiconOf(
  [...hedgeCues, vagueCues].flatMap((cues) => cues.phrases.map((phrase) => [phrase, cues] as const)),
)

/** Every hedge of a page, found once. */
export function hedgesOf(page: Page): readonly HedgePlace[] {
  const known = places.get(page) ?? findHedges(page)
  places.set(page, known)
  return known
}

const places = new WeakMap<Page, readonly HedgePlace[]>()

function findHedges(page: Page): readonly HedgePlace[] {
  const treeAt = treesOf(page)
  const found: HedgePlace[] = []
  for (let i = 0; i < page.tokens.length; i++) {
    const place = placeAt(i)
    if (!place) continue
    const tree = treeAt(page.tokens[i]?.sentence ?? -1)
    if (tree && !(weakens(tree, i - tree.first) && weakens(tree, place.last - 1 - tree.first))) continue
    found.push(place)
    i = place.last - 1
  }
  return found

  function placeAt(i: number): HedgePlace | undefined {
    if (isPraise(page, i)) return { first: i, last: i + 2, cues: vagueCues }
    const listed = lexicon.at(page, i)
    if (listed) return isHedge(page, listed) ? { first: i, last: listed.last, cues: listed.entry } : undefined
    if (!judgingVerbs.has(page.tokens[i]?.lemma ?? '')) return undefined
    const tree = treeAt(page.tokens[i]?.sentence ?? -1)
    return tree && judgesUnnamed(tree, i - tree.first) ? { first: i, last: i + 1, cues: vagueCues } : undefined
  }
}

/** "most popular", "very influential". */
const isPraise = (page: Page, i: number): boolean => praisers.has(page.word(i)) && praise.has(page.word(i + 1))

/** "May" is a month, "claims" a noun, "could not reach" an inability in the past. */
function isHedge(page: Page, { first, last }: Stretch): boolean {
  const word = page.word(first)
  if (last - first > 1) return true
  // "some 600 families" is an estimate, "the most direct" a superlative, "certain of" a state of mind.
  if (/^(?:some|many|several|most|few|numerous|various|certain)$/.test(word)) return isVagueQuantifier(page, first)
  if (unnamedPeople.has(word)) return areUnnamed(page, first)
  if (word === 'may' || word === 'might') return page.pos(first) === 'AUX' && page.tokens[first]?.text !== 'May'
  if (word === 'could') return page.word(last) !== 'not' && page.word(last) !== "n't"
  if (
    /^(?:claim|claims|claimed|claiming|doubt|doubts|suspect|suspects|hints|suggests|appears|appear|suspected|feared)$/.test(
      word,
    )
  ) {
    return page.pos(first) === 'VERB'
  }
  return true
}

/** No word before them or behind them says which. "A fault that [critics] call grave", "there are [scholars] who doubt it": still nobody. */
function areUnnamed(page: Page, at: number): boolean {
  const relative = /^(?:that|which|whom|what)$/.test(page.word(at - 1))
  if (!relative && /^(?:DET|NUM|PRON|PART|PROPN)$/.test(page.pos(at - 1) ?? '')) return false
  if (page.word(at + 1) === 'who') return /^(?:are|were|be)$/.test(page.word(at - 1))
  return page.pos(at + 1) !== 'PROPN' && !/^(?:at|from|of|in|with)$/.test(page.word(at + 1))
}

function isVagueQuantifier(page: Page, at: number): boolean {
  const next = page.pos(at + 1)
  if (page.word(at) === 'most') return next === 'NOUN' || page.word(at + 1) === 'of'
  if (page.word(at) === 'certain') return next === 'NOUN' || next === 'ADJ'
  return next !== 'NUM' && page.word(at - 1) !== 'how'
}
