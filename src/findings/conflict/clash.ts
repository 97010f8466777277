import { silences } from '../../language/en/silences.ts'
import type { Aspect } from '../../model/finding.ts'
import type { Content } from '../../provenance/claims/content.ts'
import { agree, measured, rangeOf } from '../../provenance/claims/figures.ts'
import { comparable } from '../../provenance/claims/similarity.ts'
import { remembered } from '../../text/remembered.ts'
import { fold } from '../../text/words.ts'
import type { Told } from '../told.ts'

/** How alike two figures must be in what they count before they can contradict each other. */
const comparableEnough = 0.4
/** How alike two statements must be: for a figure, and for a denial, which must be of the same thing. */
const alike = { figure: 0.1, polarity: 0.1 } as const
/** Days between two statements after which another figure is another state, no contradiction: tolls change fast, the rest slowly. */
const sameState = { toll: 3, other: 14 } as const

/** In what two statements cannot both hold, or null where they can. */
export function clash(a: Told, b: Told, likeness: number): Aspect | null {
  if (likeness >= alike.figure && figuresClash(a, b)) return isDuration(a) ? 'time' : 'figure'
  if (likeness >= alike.polarity && denies(a) !== denies(b) && a.body !== null && b.body !== null) return 'polarity'
  return null
}

function figuresClash(a: Told, b: Told): boolean {
  if (!a.answer || !b.answer) return false
  if (days(a, b) > (a.answer.fate || b.answer.fate ? sameState.toll : sameState.other)) return false
  if ([a, b].some(({ content }) => content.certainty === 'denied')) return false
  if ((a.content.certainty === 'planned') !== (b.content.certainty === 'planned')) return false
  return (
    comparable(a.answer, b.answer) >= comparableEnough && !agree(rangeOf(a.answer.quantity), rangeOf(b.answer.quantity))
  )
}

const isDuration = ({ answer }: Told): boolean => measured(answer?.quantity.unit ?? null).dimension === 'time'

/** It says that something is not so, or will not be. Silence is no denial. */
export const denies = ({ content }: Told): boolean => isDenial(content)

const isDenial = remembered(({ certainty, quote }: Content): boolean => {
  if (certainty !== 'planned' && certainty !== 'denied') return false
  const words = ` ${fold(quote).replace(/[^\p{L}']+/gu, ' ')} `
  if (certainty === 'planned') return /(?: not| never|n't) /.test(words)
  return certainty === 'denied' && !silences.some((phrase) => words.includes(` ${phrase} `))
})

function days(a: Told, b: Told): number {
  const [x, y] = [Date.parse(a.published ?? ''), Date.parse(b.published ?? '')]
  return Number.isNaN(x) || Number.isNaN(y) ? 0 : Math.abs(x - y) / 86_400_000
}
