import { scales, shortScales, tens, units } from '../../language/en/numerals.ts'

/** The folded words of a text with every number as one word, its value: "forty two" is "42", "1.2 million" is "1200000". */
export function withFigures(folded: readonly string[]): readonly string[] {
  const words: string[] = []
  for (let at = 0; at < folded.length; ) {
    const figure = figureAt(folded, at)
    words.push(figure === undefined ? (folded[at] ?? '') : String(figure.value))
    at += figure?.words ?? 1
  }
  return words
}

export const isFigure = (word: string): boolean => /^\d/.test(word)

/** The number that starts at this word, and how many words it takes. */
function figureAt(
  folded: readonly string[],
  at: number,
): { readonly value: number; readonly words: number } | undefined {
  const first = simple(folded[at])
  if (first === undefined) return undefined
  let [value, words] = [first, 1]
  const unit = units.get(folded[at + 1] ?? '')
  if (tens.has(folded[at] ?? '') && unit !== undefined && unit > 0 && unit < 10) [value, words] = [value + unit, 2]
  for (let scale = scaleOf(folded[at + words]); scale !== undefined; scale = scaleOf(folded[at + words])) {
    value = Number((value * scale).toPrecision(12))
    words++
  }
  return { value, words }
}

/** "One" is left out: it is a pronoun too often. */
function simple(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''))
  if (/^\d+(?:\.\d+)?$/.test(word)) return Number(word)
  const unit = units.get(word)
  return unit !== undefined && unit > 1 ? unit : tens.get(word)
}

const scaleOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : (scales.get(word) ?? shortScales.get(word))
