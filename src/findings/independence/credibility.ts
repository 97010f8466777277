import type { Claim, Position } from '../../model/report.ts'

/** What the digit is computed from. */
export interface Standing {
  readonly independent: number
  readonly paths: number
  readonly notEstablished: number
  /** The affirmed answers, that with most independent origins behind it first. */
  readonly answers: readonly Pick<Position, 'figures' | 'origins' | 'independent'>[]
  /** Bodies that only deny. */
  readonly deniers: number
  /** Origins that may be answering another question. */
  readonly doubtful?: number
}

/**
 * Information credibility after STANAG 2511 (AJP-2.1), read off the provenance alone: how many independent origins stand
 * behind one answer, whether others contradict it, and whether anybody is named. It says nothing of the facts themselves.
 */
export function credibilityOf(standing: Standing): Pick<Claim, 'credibility' | 'credibilityReason'> {
  const { independent, paths, answers, deniers, doubtful = 0 } = standing
  const [first] = answers
  const most = first?.independent ?? 0
  const disputed = deniers > 0 || answers.some((other) => first !== undefined && differs(first, other))
  const give = (credibility: Claim['credibility'], credibilityReason: string) => ({ credibility, credibilityReason })
  if (independent === 0) return give('6', 'No trail ends in a named origin, so nothing can be judged.')
  if (most >= 2 && !disputed && doubtful > 0)
    return give('2', `${most} origins give the same answer; others who are named may be answering another question.`)
  if (most >= 2 && !disputed && paths >= 2)
    return give('1', `${most} independent origins found in this collection give the same answer, by separate ways.`)
  if (most >= 2 && !disputed)
    return give('2', `${most} origins give the same answer, but all of it reaches the reader through one hand.`)
  if (most >= 2) return give('3', `${most} independent origins give the same answer, and others dispute it.`)
  if (independent === 1 && deniers >= 2) return give('5', `One origin says so, and ${deniers} others deny it.`)
  if (disputed) return give('4', 'The answers that somebody is named for have one origin each, and they differ.')
  if (independent >= 2) return give('3', 'Several origins answer, but no answer has two of them.')
  if (doubtful > 0) return give('3', 'Single origin: the others who are named may be answering another question.')
  return give('3', 'Single origin: nobody else who is named in this collection says it or denies it.')
}

/** Another figure, with somebody behind it who does not stand behind the first: who corrects himself disputes nothing. */
const differs = (first: Standing['answers'][number], other: Standing['answers'][number]): boolean =>
  other !== first &&
  first.figures !== null &&
  other.figures !== null &&
  other.independent > 0 &&
  other.origins.some((origin) => !first.origins.includes(origin))
