import { downward, upward } from '../../language/en/changes.ts'
import { levelVerbs, placeholders, settingVerbs } from '../../language/en/measured-nouns.ts'
import { currencies, measures } from '../../language/en/units.ts'
import type { Atom } from '../numerals/atoms.ts'
import type { Counted } from './counted.ts'

/**
 * The noun before a number that the number measures: "turnout was 62 percent", "cut its orders for next year by 30 percent",
 * "the population of the camp at 71,000". Walks left over prepositional phrases and over verbs that set a level; stops at
 * any other verb, whose subject is not what is measured. Not `wide`: not past a comma or "and" either.
 */
export function governor(atoms: readonly Atom[], at: number, wide: boolean): Counted | undefined {
  let index = at - 1
  let inner: Counted | undefined
  for (let steps = 0; index >= 0 && steps < 24; steps++) {
    const atom = atoms[index]
    if (!atom || stops(atoms, index) || (!wide && (atom.lower === ',' || atom.pos === 'CCONJ'))) return inner
    if (
      !isNoun(atoms, index) ||
      isUnitNoun(atom) ||
      isPoint(atoms, index) ||
      upward.has(atom.lower) ||
      downward.has(atom.lower)
    ) {
      index--
      continue
    }
    // "cost the company 14 million": what stands right before a number takes it, and is not measured by it.
    if (index === at - 1) return undefined
    const first = phraseStart(atoms, index)
    const here = placeholders.has(atom.lower) ? undefined : phrase(atoms, first, index)
    if (atoms[index + 1]?.lower === 'of' || inner) return inner ?? here
    const opener = openerBefore(atoms, first)
    const joint = atoms[opener]
    if (joint?.lower === 'of') {
      if (placeholders.has(atoms[opener - 1]?.lower ?? '')) return here
      inner = undefined
      index = opener - 1
    } else if (joint?.pos === 'ADP' && !/^(?:with|by)$/.test(joint.lower) && governs(atoms, opener)) index = opener - 1
    else return here
  }
  return inner
}

/** The first word of a sentence is often taken for a name: "Turnout was 62 percent". */
const isNoun = (atoms: readonly Atom[], index: number): boolean => {
  const atom = atoms[index]
  if (atom?.kind !== 'word' || atom.lower === 'per') return false
  const opens = index === 0 && atom.pos === 'PROPN' && atoms[1]?.pos !== 'PROPN'
  return atom.pos === 'NOUN' || opens
}

const unitNouns = new Set([...measures, ...currencies].flatMap(({ words }) => words))
const isUnitNoun = ({ lower }: Atom): boolean => unitNouns.has(lower) || lower.length < 3

/** The "points" of "by 3 percentage points to 41 percent". */
const isPoint = (atoms: readonly Atom[], index: number): boolean =>
  /^points?$/.test(atoms[index]?.lower ?? '') &&
  /^(?:percentage|percent|cent|basis)$/.test(atoms[index - 1]?.lower ?? '')

const beForms: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been'])

/** Quotation marks, brackets, semicolons, conjunctions of clauses and verbs of doing end the search. */
function stops(atoms: readonly Atom[], index: number): boolean {
  const atom = atoms[index]
  if (!atom) return true
  if (atom.kind === 'mark') return /^[;:()"“”«»?!]$/.test(atom.lower)
  if (/^(?:that|which|who|whom|because|while|whilst|whereas|although|if|when|'s)$/.test(atom.lower)) return true
  if (atom.pos !== 'VERB') return false
  // What loses or adds something is not what is measured.
  if (/^(?:loses?|losing|adds?|adding|sheds?)$/.test(atom.lower)) return true
  if (levelVerbs.has(atom.lower) || upward.has(atom.lower) || downward.has(atom.lower)) return false
  if (/ing$/.test(atom.lower)) return true
  // "is now seen at", "is said to": a passive; "stock insured for": a participle that hangs on a noun.
  const passive = [1, 2, 3].some((back) => beForms.has(atoms[index - back]?.lower ?? ''))
  return !(
    passive ||
    (atoms[index - 1]?.pos === 'NOUN' && atoms[index + 1]?.pos === 'ADP' && /(?:ed|en)$/.test(atom.lower))
  )
}

/** A preposition opens a phrase to step over when a noun stands somewhere before it. */
const governs = (atoms: readonly Atom[], opener: number): boolean =>
  atoms.slice(Math.max(0, opener - 8), opener).some(({ pos }) => pos === 'NOUN')

function phraseStart(atoms: readonly Atom[], noun: number): number {
  let first = noun
  while (first > 0 && first > noun - 6) {
    const before = atoms[first - 1]
    const joins =
      before && (before.pos === 'NOUN' || before.pos === 'ADJ' || (before.pos === 'PROPN' && before.kind === 'word'))
    // "a one-off payment": what the hyphen ties on says how, not what.
    if (!joins || before.kind !== 'word' || before.lower === 'off') break
    // "Regulator puts harbour leak at 14 tonnes": in headlines the tagger takes the verb for a noun.
    if (settingVerbs.has(before.lower) && atoms[noun + 1]?.lower === 'at' && isNamed(atoms[first - 2])) break
    first--
  }
  return first
}

const isNamed = (atom: Atom | undefined): boolean => atom?.pos === 'NOUN' || atom?.pos === 'PROPN'

/** The atom before the articles, possessives and numbers that lead a noun phrase. */
function openerBefore(atoms: readonly Atom[], first: number): number {
  let index = first - 1
  while (index >= 0 && index > first - 5) {
    const atom = atoms[index]
    if (
      !atom ||
      !(atom.pos === 'DET' || atom.pos === 'PRON' || atom.pos === 'NUM' || atom.pos === 'PROPN' || atom.lower === "'s")
    )
      break
    index--
  }
  return index
}

function phrase(atoms: readonly Atom[], first: number, last: number): Counted | undefined {
  const from = atoms[first]
  const to = atoms[last]
  if (!from || !to) return undefined
  const words = atoms.slice(first, last + 1).map((atom, i) => (i > 0 && atom.spaced ? ` ${atom.text}` : atom.text))
  return { phrase: words.join(''), span: { start: from.start, end: to.end }, next: last + 1 }
}
