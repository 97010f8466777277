import { inner, openers, states, titles } from '../language/en/abbreviations.ts'
import type { Span } from '../model/span.ts'
import { fnv1a } from './words.ts'

/** A place between two chains of letters and marks where a sentence might end, and what can be seen there. */
export interface SentencePlace {
  /** Where the chain before ends and the one behind it begins; equal where a space was forgotten ("ended.Then"). */
  readonly end: number
  readonly next: number
  /** Index of the chain before. */
  readonly chain: number
}

/** One unbroken chain of letters and marks, taken apart into marks before, what stands between, and marks behind. */
interface Chain extends Span, Parts {}

interface Parts {
  readonly core: string
  readonly before: string
  readonly behind: string
  readonly shape: string
  readonly word: number
  /** Whether it opens or closes something: few chains do. */
  readonly pairs: boolean
}

/** A paragraph as its chains, with the places between them where a sentence might end. */
export interface Paragraph {
  readonly chains: readonly Chain[]
  readonly places: readonly SentencePlace[]
  /** How many chains it is from each one to the next that ends in a full stop or the like, itself counted as none. */
  readonly toStop: readonly number[]
}

/** Takes a paragraph apart. One walk; a chain is looked at once, however long it is. */
export function paragraphOf(text: string, { start, end }: Span): Paragraph {
  const chains: Chain[] = []
  for (const { index, 0: chain } of text.slice(start, end).matchAll(/\S+/g)) {
    const at = start + index
    if (!/[.!?]/.test(chain)) chains.push(chainOf(text, at, at + chain.length))
    else for (const part of unjoined(chain)) chains.push(chainOf(text, at + part.start, at + part.end))
  }
  const places: SentencePlace[] = []
  for (let i = 0; i + 1 < chains.length; i++) {
    const [own, next] = [chains[i], chains[i + 1]]
    if (own && next && mayEnd(own, next)) places.push({ end: own.end, next: next.start, chain: i })
  }
  const toStop = new Array<number>(chains.length).fill(far)
  for (let i = chains.length - 1; i >= 0; i--)
    toStop[i] = /[.!?]/.test(chains[i]?.behind ?? '') ? 0 : Math.min(far, (toStop[i + 1] ?? far) + 1)
  return { chains, places, toStop }
}

const far = 99

/**
 * No sentence ends between two words in small letters, at a comma before one, or behind a title: "Lt. Cmdr. A. Holm". Where letters know no
 * capitals, in Arabic, Hebrew or Korean, one ends at a mark and nowhere else.
 */
function mayEnd(own: Chain, next: Chain): boolean {
  if (isUncased(own) || isUncased(next)) return endMark.test(own.behind)
  if (!/[.!?…]/.test(own.behind)) return !/^[a,]*$/.test(own.behind + next.before + next.shape.charAt(0))
  return !(own.behind === '.' && /^[AB]/.test(own.shape) && isTitle(own.core) && /^[AB]/.test(next.shape))
}

const endMark = /[.!?…。؟۔।]/

/** Is it written in letters of which there are no small and great ones? */
export const isUncased = ({ core }: Chain): boolean => core.charCodeAt(0) > 0x7f && /^\p{Lo}/u.test(core)

const isTitle = (core: string): boolean => {
  const lower = core.toLowerCase()
  return core.length > 1 && lower !== 'no' && titles.has(lower)
}

/** "ended.Then" is two chains: small letters, a stop, and a capital. Addresses stay whole. */
function* unjoined(chain: string): Generator<Span> {
  let from = 0
  if (chain.length < 60 && !/[/@]/.test(chain))
    for (const { index, 0: match } of chain.matchAll(/(?<=\p{Ll}{2}["'”’)]?)[.!?]{1,4}["'”’)]?(?=\p{Lu}\p{Ll})/gu)) {
      const end = index + match.length
      yield { start: from, end }
      from = end
    }
  yield { start: from, end: chain.length }
}

function chainOf(text: string, start: number, end: number): Chain {
  const { core, before, behind, shape, word, pairs } = partsOf(text.slice(start, end))
  return { start, end, core, before, behind, shape, word, pairs }
}

/** Most chains are words that were met before. */
function partsOf(chain: string): Parts {
  const known = met.get(chain)
  if (known) return known
  const found = takenApart(chain)
  if (met.size >= mostMet) met.clear()
  if (chain.length <= longestMet) met.set(chain, found)
  return found
}

const met = new Map<string, Parts>()
const mostMet = 5000
/** A longer one would be a window on its text, and hold all of it in memory. */
const longestMet = 12

function takenApart(chain: string): Parts {
  const { length } = chain
  let from = 0
  let to = length
  while (from < to - 1 && opening.has(chain.charAt(from))) from++
  while (to > from && closing.has(chain.charAt(to - 1))) to--
  const core = chain.slice(from, Math.min(to, from + 40))
  return {
    core,
    before: kinds(chain, 0, Math.min(from, 3)),
    behind: kinds(chain, Math.max(to, length - 4), length),
    shape: shapeOf(core),
    word: fnv1a(core.toLowerCase().replace(/\d+/g, '0')),
    pairs: /[()[\]"“”]/.test(chain),
  }
}

const opening: ReadonlySet<string> = new Set('"\'“”‘’«»([<*`-')
const closing: ReadonlySet<string> = new Set('.!?…。؟۔।,:;"\'”’»)]>*-–—`')

/** Marks as kinds: quotation marks, brackets and dashes are each of one kind. */
const kinds = (text: string, from: number, to: number): string =>
  to - from === 0 ? '' : to - from === 1 ? kindOfMark(text.charAt(from)) : kindsOf(text.slice(from, to))

const kindsOf = (marks: string): string =>
  [...marks.replace(/\.{2,}/g, '…').replace(/''/g, '"')].map(kindOfMark).join('')

function kindOfMark(mark: string): string {
  return markKinds.get(mark) ?? mark
}

const markKinds: ReadonlyMap<string, string> = new Map(
  ['q"“”«»`', "'‘’", '-–—', '([<', ')]>', '_…'].flatMap(([kind = '', ...marks]) =>
    marks.map((mark) => [mark, kind] as const),
  ),
)

/** Capitals, small letters, digits and marks, each run once. */
function shapeOf(core: string): string {
  const shape = core
    .slice(0, 20)
    .replace(/\p{Lu}{2,}/gu, 'B')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{N}+/gu, '0')
  return shape.length > 6 ? `${shape.slice(0, 5)}+` : shape
}

/** What is open at a place, and how far the sentence has come. */
export interface SentenceState {
  /** Index of the chain that the sentence began with. */
  readonly first: number
  readonly brackets: number
  readonly quoted: boolean
}

/** Calls `see` with the number of everything that tells whether a sentence ends at a place. */
export function placeFeatures(
  { chains, toStop }: Paragraph,
  place: SentencePlace,
  state: SentenceState,
  see: (key: number) => void,
): void {
  const i = place.chain
  const own = chains[i]
  const next = chains[i + 1]
  if (!own || !next) return
  const before = chains[i - 1] ?? none
  const after = chains[i + 2] ?? none
  const began = i === state.first
  const mark = fnv1a(own.behind)
  const capital = next.shape.charCodeAt(0)
  const beside = fnv1a(next.before + next.shape)
  const [ownShape, beforeShape, afterShape] = [fnv1a(own.shape), fnv1a(before.shape), fnv1a(after.shape)]
  const kind = kindOf(own)
  const opener = openers.has(next.core.toLowerCase()) ? 1 : 0
  const length = sizeOf(i - state.first)
  const left = sizeOf(chains.length - i - 2)
  const stop = sizeOf(toStop[i + 1] ?? far)
  const open = (state.brackets > 0 ? 2 : 0) + (state.quoted ? 1 : 0)
  let template = 0
  const add = (a: number, b = 0, c = 0, d = 0, e = 0): void =>
    see(mixed(mixed(mixed(mixed(mixed(template++, a), b), c), d), e) >>> 8)
  add(mark)
  add(mark, beside)
  add(mark, capital, kind)
  add(mark, kind, beside, opener)
  add(kind, opener, capital)
  add(kind, beside)
  add(kind, own.word)
  add(mark, own.word)
  add(own.word, beside)
  add(mark, next.word)
  add(mark, next.word, capital)
  add(own.word, next.word)
  add(mark, ownShape, beside)
  add(mark, ownShape, beside, beforeShape, mixed(afterShape, fnv1a(after.behind)))
  add(mark, beside, began ? 1 : fnv1a(before.behind), beforeShape)
  add(mark, before.word, ownShape)
  add(mark, beside, fnv1a(next.behind), afterShape)
  add(mark, beside, after.word)
  add(mark, length, beside)
  add(mark, left, beside)
  add(mark, stop, beside)
  add(mark, length, stop, left, capital)
  add(mark, open, beside)
  add(mark, Math.min(own.core.length, 6), own.shape.charCodeAt(0), capital)
  add(place.end === place.next ? 1 : 0, mark, capital)
  add(mark, ownShape, own.word, length)
  add(mark, chains.length - i - 2 < 3 ? left : -1, next.word)
}

/** Beyond the ends of the paragraph. */
const none = { word: 0, shape: '', behind: '' }

const mixed = (hash: number, value: number): number => {
  const next = Math.imul(hash ^ value, 0x9e3779b1)
  return next ^ (next >>> 15)
}

/** Which kind of word stands before a full stop: those that are written with one are not ended by it. */
function kindOf({ core, shape, behind }: Chain): number {
  if (!behind.startsWith('.')) return 0
  const own = core.slice(core.lastIndexOf('-') + 1)
  const lower = own.toLowerCase()
  if (lower === 'no') return 1
  if (titles.has(lower)) return 2
  if (states.has(own)) return 8
  if (inner.has(lower)) return 3
  if (shape === 'A' || own.length === 1) return 4
  if (/^(?:\p{L}\.)+\p{L}$/u.test(own)) return 5
  return /^\d+$/.test(core) ? 6 : 7
}

const sizeOf = (count: number): number =>
  count < 4 ? count : count < 7 ? 4 : count < 12 ? 5 : count < 25 ? 6 : count < far ? 7 : 8

/** What is open behind a chain. Few sentences hold more than one pair of brackets; apostrophes tell nothing. */
export function stateAfter(state: SentenceState, text: string, { start, end, pairs }: Chain): SentenceState {
  if (!pairs) return state
  let { brackets, quoted } = state
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at)
    if (mark === '(' || mark === '[') brackets++
    else if ((mark === ')' || mark === ']') && brackets > 0) brackets--
    else if (mark === '"') quoted = !quoted
    else if (mark === '“') quoted = true
    else if (mark === '”') quoted = false
  }
  return { ...state, brackets, quoted }
}
