import { relative } from '../../language/en/clause-openers.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { completeness, isExhortation } from './fragments.ts'

/** A clause and the attribution that reports it, if one does. */
export interface Piece extends Stretch {
  /** Index into the attribution layer; -1 where the text names nobody. */
  readonly owner: number
}

/** A statement's words: a clause that can stand by itself, with the fragments that hang on it. */
export interface Unit extends Piece {
  /** The clause itself, by which the certainty of the whole is judged. */
  readonly core: Stretch
  /** The clauses that it was put together from; one where nothing was added. */
  readonly parts: readonly Stretch[]
  /** False for what hangs on nothing and for words to the reader: they are read, but state nothing. */
  readonly states: boolean
}

export const unitOf = (piece: Piece): Unit => ({ ...piece, core: piece, parts: [piece], states: true })

/**
 * Puts the clauses of one sentence together so that each has a subject and a finite verb of its own, or counts something. Participles
 * ("making it worse"), infinitives, relative and dependent clauses go to the clause they hang on; what hangs on nothing states nothing.
 */
export function folded(page: Page, pieces: readonly Piece[], counts: (words: Stretch) => boolean): readonly Unit[] {
  const units: Unit[] = []
  const aside: Piece[] = []
  let waiting: Piece[] = []
  const start = pieces[0]?.first
  for (const piece of pieces) {
    if (isToReader(page, piece)) {
      aside.push(piece)
      continue
    }
    const kind = completeness(page, piece, piece.first === start)
    const before = units.at(-1)
    if (kind === 'whole' || (kind !== 'conditional' && counts(piece))) {
      units.push(withWaiting(page, waiting, piece))
      waiting = []
    } else if (before && mayJoin(before, piece) && touches(page, before, piece))
      units[units.length - 1] = joined(before, piece)
    else waiting.push(piece)
  }
  return [
    ...units,
    ...waiting.map((piece) => ({ ...unitOf(piece), states: speaks(page, piece) })),
    ...aside.map((piece) => ({ ...unitOf(piece), states: false })),
  ]
}

const isToReader = (page: Page, piece: Piece): boolean =>
  piece.owner < 0 && !page.quotation(piece.first) && isExhortation(page, piece)

function withWaiting(page: Page, waiting: readonly Piece[], piece: Piece): Unit {
  let unit = unitOf(piece)
  for (const part of waiting.toReversed()) {
    if (!touches(page, part, unit) || part.owner !== unit.owner) break
    unit = { ...unit, first: part.first, parts: [part, ...unit.parts] }
  }
  return unit
}

/** What another voice says stays apart: "The deal was signed by Ana Ruiz, [who praised it]". */
const mayJoin = (unit: Unit, piece: Piece): boolean => piece.owner < 0 || piece.owner === unit.owner

const joined = (unit: Unit, piece: Piece): Unit => ({
  ...unit,
  last: Math.max(unit.last, piece.last),
  parts: [...unit.parts, piece],
})

/** Do only marks and conjunctions stand between the two? */
function touches(page: Page, a: Stretch, b: Stretch): boolean {
  for (let i = a.last; i < b.first; i++) {
    const pos = page.pos(i)
    if (pos !== 'PUNCT' && pos !== 'CCONJ' && pos !== 'SCONJ' && page.word(i) !== 'that') return false
  }
  return true
}

/** What a voice is reported to have said is kept, however short: “visibly corroded”, "who praised the deal". */
const speaks = (page: Page, piece: Piece): boolean =>
  piece.owner >= 0 &&
  completeness(page, piece, false) === 'fragment' &&
  (page.quotation(piece.first) !== undefined || relative.has(page.word(piece.first)))
