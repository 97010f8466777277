import type { Page } from './page.ts'
import { finite, isSubjectPronoun, phraseAfter, type Stretch } from './phrases.ts'

/** Clauses shorter than this, in characters, stay with their neighbour: they answer no question of their own. */
const shortest = 20

/** How far behind a conjunction the verb of its clause may stand. */
const reach = 25

const coordinating = /^(?:and|but|or|yet|so)$/
const subordinating = /^(?:while|as|after|when|because|although|though|whereas|since|before|until|unless|if)$/
const relative = /^(?:which|who|where|whose)$/

/** Splits a stretch of one sentence into clauses that each have a verb of their own. Inserted relative clauses come in addition. */
export function clausesIn(page: Page, stretch: Stretch): readonly Stretch[] {
  const cuts = [stretch.first]
  let searched = stretch.first
  let verb = false
  const inserted: Stretch[] = []
  for (let i = stretch.first + 1; i < stretch.last; i++) {
    const cut = cutAt(page, i, stretch)
    if (cut === undefined) continue
    if (typeof cut === 'object') {
      inserted.push(cut)
      i = cut.last
      continue
    }
    // Looked for from where the last search ended: a row of semicolons has no verb at all.
    verb ||= hasVerb(page, searched, i)
    searched = i
    if (!verb || characters(page, cuts[cuts.length - 1] ?? stretch.first, i) < shortest) continue
    cuts.push(i)
    verb = false
  }
  const parts = cuts.map((first, k) => ({ first, last: cuts[k + 1] ?? stretch.last }))
  return [...joined(page, parts), ...inserted.filter(({ first, last }) => longEnough(page, first, last))]
}

const characters = (page: Page, first: number, last: number): number =>
  (page.tokens[last - 1]?.end ?? 0) - (page.tokens[first]?.start ?? 0)

const longEnough = (page: Page, first: number, last: number): boolean =>
  characters(page, first, last) >= shortest && hasVerb(page, first, last)

/** Parts without a verb or with too few words go back to the part before them. */
function joined(page: Page, parts: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last && !longEnough(page, part.first, part.last))
      whole[whole.length - 1] = { first: last.first, last: part.last }
    else whole.push(part)
  }
  return whole
}

/** True when a new clause begins at a token; an inserted clause comes back as its range. */
function cutAt(page: Page, i: number, stretch: Stretch): true | Stretch | undefined {
  const word = page.word(i)
  const before = page.word(i - 1)
  const marked = before === ',' || before === '—' || before === '–' || before === '--'
  if (before === ';' || (/^(?:—|–|--)$/.test(before) && startsClause(page, i, stretch.last))) return true
  if (measured(page, i)) return undefined
  if (coordinating.test(word)) return coordinates(page, i, stretch, marked) ? true : undefined
  if (marked && page.word(i + 1) === 'of' && countsOf(page, i, stretch)) return true
  if (marked && relative.test(word)) return insertion(page, i, stretch)
  if (
    subordinating.test(word) &&
    (marked || word !== 'as') &&
    (marked || /^(?:while|after|before|because|although|though|whereas)$/.test(word))
  ) {
    return verbSoon(page, i + 1, stretch.last) ? true : undefined
  }
  if (marked && isParticiple(page, page.pos(i) === 'ADV' ? i + 1 : i)) return true
  if (before === ',' && subordinating.test(page.word(stretch.first)) && startsClause(page, i, stretch.last)) return true
  return undefined
}

const isParticiple = (page: Page, i: number): boolean => page.pos(i) === 'VERB' && /ing$/.test(page.word(i))

/** "two hours [after] the dam burst", "240 or [so] they gave": the word belongs to the amount before it. */
const measured = (page: Page, i: number): boolean =>
  (/^(?:after|before)$/.test(page.word(i)) && timeUnits.test(page.word(i - 1))) ||
  (page.word(i) === 'so' && page.word(i - 1) === 'or')

/** "…, [four of whom remain in hospital]". */
const countsOf = (page: Page, i: number, stretch: Stretch): boolean =>
  /^(?:whom|which)$/.test(page.word(i + 2))
    ? verbSoon(page, i + 3, stretch.last)
    : page.word(i + 2) === 'them' && finite(page, i + 3) && i + 3 < stretch.last

/** Forms that a tagger takes for nouns: "freezes 450 tonnes and [plans] to freeze more". */
const planning = /^(?:plans|aims|hopes|expects|intends|seeks|wants|promises|vows|pledges)$/

const timeUnits = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|later|shortly|just|soon|long)$/

function coordinates(page: Page, i: number, stretch: Stretch, marked: boolean): boolean {
  let next = i + 1
  while (page.pos(next) === 'ADV' && next < i + 3) next++
  if (
    finite(page, next) &&
    (page.pos(next) === 'AUX' || /(?:ed|[^s]s|t|n|d|ew|ell|ose|ook|ame)$/.test(page.word(next)))
  )
    return true
  if (page.word(next + 1) === 'to' && planning.test(page.word(next)) && page.pos(next + 2) === 'VERB') return true
  if (page.pos(next) === 'VERB' && /ing$/.test(page.word(next))) return participleBefore(page, i, stretch.first)
  return startsClause(page, i + 1, stretch.last) && (marked || hasVerb(page, stretch.first, i))
}

function participleBefore(page: Page, i: number, floor: number): boolean {
  for (let k = i - 1; k > Math.max(floor, i - reach); k--) {
    if (page.pos(k) === 'VERB' && /ing$/.test(page.word(k)) && (page.word(k - 1) === ',' || k === floor)) return true
  }
  return false
}

/** "the depot, [which belongs to X], was empty": a relative clause up to the comma before the main verb; at the end it is a plain cut. */
function insertion(page: Page, i: number, stretch: Stretch): true | Stretch | undefined {
  if (!verbSoon(page, i + 1, stretch.last)) return undefined
  for (let k = i + 2; k < Math.min(stretch.last, i + reach); k++) {
    if (page.word(k) === ',' && (finite(page, k + 1) || page.pos(k + 1) === 'AUX')) return { first: i, last: k }
  }
  return true
}

/** A subject and a finite verb behind it. */
export function startsClause(page: Page, i: number, ceiling: number): boolean {
  if (isSubjectPronoun(page, i) || page.word(i) === 'there') return verbSoon(page, i + 1, Math.min(ceiling, i + 5))
  const subject = phraseAfter(page, i, ceiling)
  if (!subject) return false
  let next = subject.last
  while (page.pos(next) === 'ADV' && next < subject.last + 3) next++
  return next < ceiling && finite(page, next)
}

function verbSoon(page: Page, from: number, ceiling: number): boolean {
  for (let i = from; i < Math.min(ceiling, from + reach); i++) {
    if (page.pos(i) === 'VERB' || page.pos(i) === 'AUX') return true
    if (page.word(i) === ';') return false
  }
  return false
}

export function hasVerb(page: Page, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (page.pos(i) === 'VERB' || page.pos(i) === 'AUX') return true
  return false
}

/** Is there a finite verb in the stretch? */
export function hasFinite(page: Page, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (finite(page, i)) return true
  return false
}
