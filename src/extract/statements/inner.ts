import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'

/** How a clause hangs on the one around it. `main`: it stands by itself. */
export type ClauseKind = 'main' | 'infinitive' | 'gerund' | 'relative' | 'that' | 'condition' | 'question'

export interface InnerClause extends Stretch {
  readonly kind: ClauseKind
  /** Token of the verb or noun that governs it ("[plans] to strike"); -1 where none stands near. */
  readonly governor: number
}

/** How far back the word that governs a clause may stand. */
const reach = 6

/** Clauses embedded in a stretch, outermost first: each runs to the end of the stretch or to the next comma of a side remark. */
export function innerClauses(page: Page, stretch: Stretch): readonly InnerClause[] {
  const found: InnerClause[] = []
  for (let i = stretch.first; i < stretch.last && found.length < 12; i++) {
    const kind = kindAt(page, i, stretch)
    if (kind === undefined) continue
    found.push({ first: i, last: endOf(page, i, stretch.last), kind, governor: governorOf(page, i, stretch.first) })
  }
  return found
}

function kindAt(page: Page, i: number, stretch: Stretch): ClauseKind | undefined {
  const word = page.word(i)
  const pos = page.pos(i)
  if (word === 'to' && page.pos(i + 1) === 'VERB') return 'infinitive'
  if (word === 'to' && page.word(i + 1) === 'be') return 'infinitive'
  if (/^(?:if|unless|whether)$/.test(word) && pos !== 'ADP') return word === 'whether' ? 'question' : 'condition'
  if (i === stretch.first) return undefined
  if (word === 'that' && (pos === 'SCONJ' || pos === 'PRON') && page.pos(i + 1) !== 'AUX')
    return pos === 'SCONJ' ? 'that' : 'relative'
  if (/^(?:who|which|that|whose|where)$/.test(word)) return 'relative'
  if (/^(?:what|how|why)$/.test(word) && page.pos(i - 1) !== 'PUNCT') return 'question'
  if (
    pos === 'VERB' &&
    /ing$/.test(word) &&
    page.pos(i - 1) !== 'AUX' &&
    page.pos(i - 1) !== 'DET' &&
    page.pos(i - 1) !== 'ADJ'
  )
    return 'gerund'
  return undefined
}

function endOf(page: Page, first: number, last: number): number {
  for (let i = first + 2; i < last; i++) if (page.word(i) === ',' || page.word(i) === ';') return i
  return last
}

/** The verb, noun or adjective that the clause depends on: the nearest one to the left. */
function governorOf(page: Page, i: number, floor: number): number {
  for (let k = i - 1; k >= Math.max(floor, i - reach); k--) {
    const pos = page.pos(k)
    if (pos === 'VERB' || pos === 'NOUN' || pos === 'ADJ' || pos === 'AUX') {
      if (pos === 'NOUN' || k === floor) {
        for (let v = k - 1; v >= Math.max(floor, k - reach); v--)
          if (page.pos(v) === 'VERB') return page.word(i) === 'to' ? v : k
      }
      return k
    }
  }
  return -1
}
