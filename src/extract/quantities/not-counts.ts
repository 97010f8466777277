import { compoundTails } from '../../language/en/measured-nouns.ts'
import { numbered, oneIsNoCount, pronounOne } from '../../language/en/numbered.ts'
import type { Atom } from '../numerals/atoms.ts'
import type { Expression } from './expression.ts'

/** Numbers that count nothing: names, addresses, scores, years, places in a list, the pronoun "one". */
export function isNoCount(atoms: readonly Atom[], found: Expression): boolean {
  const first = atoms[found.first]
  if (!first || found.kind === 'money') return false
  if (isHour(atoms, found)) return true
  if (found.manner === 'magnitude') return isScoreWord(atoms, found)
  if (first.kind === 'number') return isNumberedThing(atoms, found, first)
  if (first.lower === 'one' && found.low === 1 && found.high === 1) return isPronoun(atoms, found)
  if (found.manner === 'fraction') return isLooseFraction(atoms, found)
  const tail = lowerAt(atoms, found.numberEnd) === '-' ? lowerAt(atoms, found.numberEnd + 1) : ''
  if (found.kind === 'count' && compoundTails.has(tail)) return true
  return found.kind === 'count' && numbered.has(lowerAt(atoms, found.first - 1)) && !isAfterVerb(atoms, found.first - 1)
}

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''
const isAfterVerb = (atoms: readonly Atom[], at: number): boolean => atoms[at]?.pos === 'VERB'

/** "between three and five o'clock"; "was read at 4:10 p.m. and again at seven": an hour, where hours are told. */
function isHour(atoms: readonly Atom[], found: Expression): boolean {
  if (found.kind !== 'count' || found.unit !== null) return false
  if (lowerAt(atoms, found.numberEnd) === 'o' && lowerAt(atoms, found.numberEnd + 2) === 'clock') return true
  if (!beforeHours.has(lowerAt(atoms, found.first - 1)) || found.high > 12) return false
  const after = atoms[found.numberEnd]
  if (after && after.kind !== 'mark' && after.pos !== 'CCONJ') return false
  return atoms.slice(Math.max(0, found.first - lookedBack), found.first).some(({ lower }) => hourWord.test(lower))
}

const beforeHours: ReadonlySet<string> = new Set(['at', 'by', 'until', 'till', 'before', 'after', 'since', 'around'])
const hourWord = /^(?:clock|[ap]\.?m\.?|noon|midday|midnight)$/
/** How many words back an hour may stand for another one to be read as one. */
const lookedBack = 16

function isNumberedThing(atoms: readonly Atom[], found: Expression, first: Atom): boolean {
  const before = atoms[found.first - 1]
  const after = atoms[found.numberEnd]
  const touching = before !== undefined && !first.spaced
  // T-72, Covid-19, G20, A320; "$", "(", quotation marks and dashes may touch a count.
  if (touching && before.kind === 'word') return true
  if (touching && before.lower === '-' && !before.spaced && atoms[found.first - 2]?.kind === 'word') {
    return !/^(?:sub|minus|mid|plus)$/.test(lowerAt(atoms, found.first - 2))
  }
  if (touching && /^[/:#.@_]$/.test(before.lower)) return true
  // 1990s, 24th, 747s
  if (after && !after.spaced && /^(?:st|nd|rd|th|s|'s|x)$/.test(after.lower) && after.lower !== 'x') return true
  // 3:1, 4/7, version 3.2.1
  if (after && !after.spaced && /^[:/@_]$|^\.\d*$/.test(after.lower) && touchesNumber(atoms, found.numberEnd))
    return true
  if (isHyphenated(atoms, found) || isDialled(atoms, found) || isCoordinate(atoms, found)) return true
  if (found.unit !== null) return false
  // 5G, 4K, 737MAX; a counter of a script without blanks (2,500명) is none.
  if (
    after &&
    !after.spaced &&
    after.kind === 'word' &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(after.text)
  )
    return true
  if (found.first === 0 && (after?.lower === '.' || after?.lower === ')')) return true
  if (isYear(atoms, found, first) || isAddress(atoms, found) || isAside(atoms, found)) return true
  return isNamed(atoms, found)
}

/** A mark that a number touches, or that holds one itself. */
function touchesNumber(atoms: readonly Atom[], mark: number): boolean {
  const next = atoms[mark + 1]
  return /\d/.test(lowerAt(atoms, mark)) || (next?.kind === 'number' && (!next.spaced || lowerAt(atoms, mark) !== '.'))
}

/** 2-0, 555-1234, 2014-15: hyphened numbers that are no rising range. */
function isHyphenated(atoms: readonly Atom[], found: Expression): boolean {
  const before = atoms[found.first - 1]
  const left = before?.lower === '-' && !before.spaced && atoms[found.first - 2]?.kind === 'number'
  const right =
    lowerAt(atoms, found.numberEnd) === '-' &&
    !atoms[found.numberEnd + 1]?.spaced &&
    atoms[found.numberEnd + 1]?.kind === 'number'
  return left || right
}

/** "+44 20 5550 0134": groups of digits behind a plus, with nothing between them but blanks, hyphens and brackets. */
function isDialled(atoms: readonly Atom[], found: Expression): boolean {
  const inside = (at: number): boolean => atoms[at]?.kind === 'number' || /^[-()]$/.test(lowerAt(atoms, at))
  let first = found.first
  while (first > found.first - 10 && inside(first - 1)) first--
  if (lowerAt(atoms, first - 1) !== '+' || atoms[first]?.spaced) return false
  let last = found.first
  while (last < first + 12 && inside(last)) last++
  return atoms.slice(first, last).filter(({ kind }) => kind === 'number').length > 2
}

/** "48°51′N 2°21′E", "48.8566, 2.3522": a place on the globe. */
function isCoordinate(atoms: readonly Atom[], { first, numberEnd }: Expression): boolean {
  const mark = (at: number): boolean => /^[°º'’′"”″]$/.test(lowerAt(atoms, at))
  const pole = (at: number): boolean => /^[nsew]$/.test(lowerAt(atoms, at)) && /^[NSEW]$/.test(atoms[at]?.text ?? '')
  const touches = atoms[numberEnd + 1] !== undefined && !atoms[numberEnd + 1]?.spaced
  if (mark(numberEnd) && touches && (atoms[numberEnd + 1]?.kind === 'number' || pole(numberEnd + 1))) return true
  if (mark(numberEnd) && mark(first - 1) && !atoms[first]?.spaced) return true
  const decimal = (at: number): boolean => /^\d{1,3}\.\d{3,}$/.test(atoms[at]?.text ?? '')
  const signed = (at: number): number => (/^[-−–]$/.test(lowerAt(atoms, at)) ? at + 1 : at)
  const back = /^[-−–]$/.test(lowerAt(atoms, first - 1)) ? first - 2 : first - 1
  return (
    decimal(first) &&
    ((lowerAt(atoms, numberEnd) === ',' && decimal(signed(numberEnd + 1))) ||
      (lowerAt(atoms, back) === ',' && decimal(back - 1)))
  )
}

/** "49 Harbour Road", "the 90049 ZIP code". */
function isAddress(atoms: readonly Atom[], { numberEnd }: Expression): boolean {
  for (let at = numberEnd; at < numberEnd + 5; at++) {
    const atom = atoms[at]
    if (!atom || !/^\p{Lu}/u.test(atom.text)) return false
    if (/^(?:st|street|rd|road|ave|avenue|way|lane|drive|boulevard|blvd|square|zip)$/.test(atom.lower)) return true
  }
  return false
}

/** "Ines Dahl, 65, said": an age in passing. */
const isAside = (atoms: readonly Atom[], { first, numberEnd }: Expression): boolean =>
  lowerAt(atoms, first - 1) === ',' &&
  lowerAt(atoms, numberEnd) === ',' &&
  atoms[first - 2]?.pos === 'PROPN' &&
  /^\d{1,2}$/.test(atoms[first]?.text ?? '')

/** A bare 1500 to 2100 without a noun after it. */
function isYear(atoms: readonly Atom[], found: Expression, first: Atom): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(first.text) || found.low !== found.high || found.low !== first.value) return false
  const before = lowerAt(atoms, found.first - 1)
  if (/^(?:about|around|roughly|approximately|some|over|than|least|nearly|almost|to)$/.test(before)) return false
  if (before === 'of' && /^(?:average|total|maximum|minimum|record)$/.test(lowerAt(atoms, found.first - 2)))
    return false
  const after = atoms[found.numberEnd]
  return (
    !(after?.spaced && after.pos === 'NOUN' && /s$|people|men|women|children/.test(after.lower)) ||
    /^(?:in|since|by|of)$/.test(before)
  )
}

/** "Boeing 737", "S&P 500", "No. 5", "Line 2": a capital or a word that numbers things before a bare number. */
function isNamed(atoms: readonly Atom[], found: Expression): boolean {
  if (found.low !== found.high) return false
  let at = found.first - 1
  if (lowerAt(atoms, at) === '.') at--
  const before = atoms[at]
  const number = atoms[found.first]
  if (before?.kind !== 'word' || !number?.spaced) return false
  if (numbered.has(before.lower) && before.pos !== 'VERB') {
    return !(before.lower === 'no' && lowerAt(atoms, at + 1) !== '.')
  }
  // "S&P 500"
  if (lowerAt(atoms, at - 1) === '&' && !before.spaced) return true
  const capital = /^\p{Lu}/u.test(before.text) && at > 0 && (before.pos === 'PROPN' || before.text.length === 1)
  const grouped = /[.,]/.test(number.text) || found.numberEnd - found.first > 1
  const after = atoms[found.numberEnd]
  const counts = after?.spaced && /^(?:NOUN|ADJ)$/.test(after.pos) && /^\p{Ll}/u.test(after.text)
  return capital && !grouped && !counts
}

/** "no one", "one day", "one can": a pronoun; "one of the oldest" and "one hand" count. */
function isPronoun(atoms: readonly Atom[], found: Expression): boolean {
  if (found.unit !== null)
    return (
      lowerAt(atoms, found.next) === 'day' || found.unit === 'day' || pronounOne.has(lowerAt(atoms, found.first - 1))
    )
  const before = lowerAt(atoms, found.first - 1)
  const after = atoms[found.numberEnd]
  if (pronounOne.has(before) || atoms[found.first - 1]?.lower === '-') return true
  if (!after || after.kind === 'mark' || oneIsNoCount.has(after.lower)) return true
  if (after.lower === 'of') return false
  return !['NOUN', 'ADJ', 'PROPN', 'ADV'].includes(after.pos)
}

/** "a third party" and "half asleep" are no parts of anything counted. */
function isLooseFraction(atoms: readonly Atom[], found: Expression): boolean {
  const before = lowerAt(atoms, found.first - 1)
  const after = atoms[found.numberEnd]
  const first = lowerAt(atoms, found.first)
  if (after?.lower === '-' && !after.spaced) return true
  if (first === 'half') {
    if (
      /^(?:second|first|other|better|late|early|last|third|hour|and|front|back|latter|a|one|top|bottom|right|left)$/.test(
        before,
      )
    )
      return true
    return !(
      /^(?:of|the|its|their|his|her|our|all|a|an|that|those|these|what)$/.test(after?.lower ?? '') ||
      /^(?:in|by|below|above|under|over|than|almost|nearly|about|around|roughly|to)$/.test(before)
    )
  }
  if (first === 'a' || first === 'an') {
    const noun = after?.spaced && (after.pos === 'NOUN' || after.pos === 'ADJ' || after.pos === 'PROPN')
    return (
      Boolean(noun) &&
      !/^(?:more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|percent)$/.test(after?.lower ?? '')
    )
  }
  return false
}

/** "scores of 80" in golf is no magnitude; neither is the magazine "Thousands". */
const isScoreWord = (atoms: readonly Atom[], found: Expression): boolean =>
  atoms[found.first]?.lower === 'scores' && atoms[found.next + 1]?.kind === 'number'
