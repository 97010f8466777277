import { functionWords } from '../language/en/function-words.ts'
import { isRead } from '../language/read-languages.ts'
import { stem } from '../text/stem.ts'
import { commonestFirst } from '../text/word-vectors.ts'
import { letterRuns } from './matching/profile.ts'

/**
 * Share of all reports in which a stem, or a run of four letters, stands: 0..1, by the language alone. What a collection holds decides
 * nothing, so two reports compare the same whoever stands beside them.
 *
 * A report is taken for so many words drawn by Zipf's law with Mandelbrot's offset, from the order of the commonest words of billions
 * (Mandelbrot 1953). Of a language without such a list, short words are taken for common.
 */
export function stemShare(unit: string, language = 'en'): number {
  const known = tables().stems.get(unit)
  if (known !== undefined) return known
  return figureShare(unit) ?? (isRead(language) || unit === '' ? 0 : (shortWords[[...unit].length] ?? longWord))
}

/** As `stemShare`, of a run of letters with the ends of words marked, "_shi". */
export const runShare = (run: string): number => tables().runs.get(run) ?? (/^_?[\p{L}\p{N}]_?$/u.test(run) ? 0.5 : 0)

/** As `stemShare`, of a folded word written with a capital: every tenth time that it is not the first of its sentence, say. */
export const nameShare = (word: string): number => (tables().words.get(word) ?? figureShare(word) ?? 0) * capitals

/** How telling what stands in this share of reports is: the logarithm of its inverse, limited for what was never counted. */
export const telling = (share: number): number => Math.log(1.02 / (share + unseen))

const unseen = 0.0004
/** Words in the report that is imagined; how often the commonest word is among them; Mandelbrot's offset. */
const [length, most, offset] = [300, 0.1, 2.7]
const capitals = 0.3

/** Single letters and small numbers stand anywhere; a year often; a long number in its own story. */
function figureShare(unit: string): number | undefined {
  if (unit.length === 1) return 0.5
  if (!/^\d[\d.,]*$/.test(unit)) return undefined
  if (/^(?:19|20)\d\d$/.test(unit)) return 0.15
  return unit.length === 2 ? 0.2 : unit.length === 3 ? 0.03 : 0.01
}

/** Share by length in letters, where a language's common words are not known. */
const shortWords: Readonly<Record<number, number>> = { 1: 0.5, 2: 0.5, 3: 0.4, 4: 0.15, 5: 0.05, 6: 0.02 }
const longWord = 0.005

interface Tables {
  readonly words: ReadonlyMap<string, number>
  readonly stems: ReadonlyMap<string, number>
  readonly runs: ReadonlyMap<string, number>
}

let built: Tables | undefined

function tables(): Tables {
  built ??= build()
  return built
}

function build(): Tables {
  const words = new Map<string, number>()
  const stems = new Map<string, number>()
  const runs = new Map<string, number>()
  const count = (word: string, share: number): void => {
    either(words, word, share)
    either(stems, stem(word), share)
    for (const run of new Set(letterRuns(word))) either(runs, run, share)
  }
  for (const [rank, word] of commonestFirst().entries()) count(word, 1 - Math.exp((-length * most) / (rank + offset)))
  for (const word of functionWords) count(word, 0.5)
  return { words, stems, runs }
}

/** One or the other stands in a report: they are taken to be independent. */
function either(shares: Map<string, number>, unit: string, share: number): void {
  shares.set(unit, 1 - (1 - (shares.get(unit) ?? 0)) * (1 - share))
}
