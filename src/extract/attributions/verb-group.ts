import { type CueVerbs, cueParticles, cueVerbs } from '../../language/en/cues.ts'
import type { Page } from '../syntax/page.ts'

/** A reporting verb with its auxiliaries: token indices, half-open, and what the verb may take. */
export interface VerbGroup {
  readonly first: number
  readonly verb: number
  readonly last: number
  readonly lemma: string
  readonly takes: string
  readonly rule: CueVerbs['rule']
  readonly manner: 'active' | 'passive' | 'participle'
}

const byLemma = new Map<string, CueVerbs>()
for (const cues of cueVerbs) for (const lemma of cues.lemmas) if (!byLemma.has(lemma)) byLemma.set(lemma, cues)

/** Forms that are reporting verbs whatever a tagger thinks of them; headlines fool it. */
const certain: ReadonlyMap<string, string> = new Map([
  ['said', 'say'],
  ['says', 'say'],
  ['told', 'tell'],
  ['tells', 'tell'],
])

/** The reporting verb at a token, with the auxiliaries before it; undefined where none stands. */
export function verbGroupAt(page: Page, at: number, floor: number): VerbGroup | undefined {
  const token = page.tokens[at]
  if (!token) return undefined
  const sure = certain.get(token.lower)
  if (page.pos(at) !== 'VERB' && !sure) return undefined
  const lemma = sure ?? lemmaAt(page, at)
  const cues = byLemma.get(lemma)
  if (!cues) return undefined
  let first = at
  while (first > floor && belongs(page, first - 1, first, floor)) first--
  while (first < at && page.pos(first) === 'ADV' && page.tokens[first]?.lower !== 'also' && first === floor) first++
  return {
    first,
    verb: at,
    last: cueParticles.get(lemma)?.has(page.word(at + 1)) ? at + 2 : at + 1,
    lemma,
    takes: cues.takes,
    rule: cues.rule,
    manner: mannerOf(page, first, at),
  }
}

function belongs(page: Page, i: number, first: number, floor: number): boolean {
  const pos = page.pos(i)
  const word = page.word(i)
  if (page.quotation(i)) return false
  if (pos === 'AUX') return true
  if (pos === 'ADV' || word === "n't" || word === 'not')
    return !/^(?:as|so|how|when|where|why|here|there|however)$/.test(word)
  if (word === 'to' && page.pos(i - 1) === 'VERB' && i - 1 > floor) return true
  return pos === 'VERB' && page.word(first) === 'to' && first < i + 2
}

function mannerOf(page: Page, first: number, verb: number): VerbGroup['manner'] {
  const word = page.word(verb)
  let be = false
  for (let i = first; i < verb; i++) if (page.tokens[i]?.lemma === 'be' || page.word(i) === "'s") be = true
  if (/ing$/.test(word)) return be ? 'active' : 'participle'
  return be && page.pos(verb) === 'VERB' && !/ing$/.test(word) ? 'passive' : 'active'
}

/** The lemma of a verb, also where the tagger took it for a noun. */
export function lemmaAt(page: Page, at: number): string {
  const token = page.tokens[at]
  if (!token) return ''
  if (token.pos === 'VERB' || token.pos === 'AUX') return token.lemma
  return page.pos(at) === 'VERB'
    ? token.lower
        .replace(/ies$/, 'y')
        .replace(/(?<=ss|sh|ch)es$/, '')
        .replace(/s$/, '')
    : token.lemma
}
