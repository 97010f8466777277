import { downward, upward } from '../../language/en/changes.ts'
import { levelVerbs, placeholders } from '../../language/en/measured-nouns.ts'
import { currencies, measures } from '../../language/en/units.ts'
import type { Atom } from '../numerals/atoms.ts'
import type { Counted } from './counted.ts'

/**
 * The noun before a number that the number measures: "turnout was 62 percent", "cut its orders for next year by 30 percent",
 * "the population of the camp at 71,000". Walks left over prepositional phrases and over verbs that set a level; stops at
 * any other verb, whose subject is not what is measured.
 */
export function governor(atoms: readonly Atom[], at: number): Counted | undefined {
  let index = at - 1
  for (let steps = 0; index >= 0 && steps < 24; steps++) {
    const atom = atoms[index]
    if (!atom || stops(atoms, index)) return undefined
    if (atom.pos !== 'NOUN' || atom.kind !== 'word' || isUnitNoun(atom)) {
      index--
      continue
    }
    const first = phraseStart(atoms, index)
    const opener = openerBefore(atoms, first)
    const joint = atoms[opener]
    if (joint?.lower === 'of') {
      const head = atoms[opener - 1]
      if (head && placeholders.has(head.lower)) return phrase(atoms, first, index)
      index = opener - 1
    } else if (joint?.pos === 'ADP' && !/^(?:with|by)$/.test(joint.lower) && opener > 0 && governs(atoms, opener))
      index = opener - 1
    else return placeholders.has(atom.lower) ? undefined : phrase(atoms, first, index)
  }
  return undefined
}

const unitNouns = new Set([...measures, ...currencies].flatMap(({ words }) => words))
const isUnitNoun = ({ lower }: Atom): boolean => unitNouns.has(lower) || lower.length < 3

/** Quotation marks, brackets, semicolons and verbs of doing end the search. */
function stops(atoms: readonly Atom[], index: number): boolean {
  const atom = atoms[index]
  if (!atom) return true
  if (atom.kind === 'mark') return /^[;:()"“”«»?!]$/.test(atom.lower)
  if (atom.pos !== 'VERB') return false
  // What loses or adds something is not what is measured.
  if (/^(?:loses?|losing|adds?|adding|sheds?)$/.test(atom.lower)) return true
  if (levelVerbs.has(atom.lower) || upward.has(atom.lower) || downward.has(atom.lower)) return false
  if (!/(?:ed|en|ing)$/.test(atom.lower)) return true
  // "stock insured for", "is expected": participles that hang on a noun or an auxiliary.
  const before = atoms[index - 1]
  const after = atoms[index + 1]
  return !(before?.pos === 'AUX' || before?.pos === 'ADV' || (before?.pos === 'NOUN' && after?.pos === 'ADP'))
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
    if (!joins || before.kind !== 'word') break
    first--
  }
  return first
}

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
