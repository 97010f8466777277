import { describe, expect, it } from 'vitest'
import { credibilityOf, type Standing } from './credibility.ts'

/** Answers with so many origins behind them, nobody behind two. */
const answers = (...counts: readonly number[]): Standing['answers'] =>
  counts.map((independent, i) => ({
    independent,
    figures: [],
    origins: Array.from({ length: independent }, (_, n) => `voice ${i} ${n}`),
  }))

const one: Standing = { independent: 1, paths: 1, notEstablished: 0, answers: answers(1), deniers: 0 }
const corrected: Standing['answers'] = [...answers(1), ...answers(1)]

describe('credibility', () => {
  it.each<[string, Standing, string]>([
    ['two origins agree by separate ways', { ...one, independent: 2, paths: 2, answers: answers(2) }, '1'],
    ['two origins agree, all through one hand', { ...one, independent: 2, answers: answers(2) }, '2'],
    [
      'two origins agree, a third may be answering another question',
      { ...one, independent: 2, paths: 2, answers: answers(2), doubtful: 1 },
      '2',
    ],
    ['two origins agree, another disputes it', { ...one, independent: 3, paths: 3, answers: answers(2, 1) }, '3'],
    ['a single origin, undisputed', one, '3'],
    ['several answers of one origin each', { ...one, independent: 2, paths: 2, answers: answers(1, 1) }, '4'],
    ['one origin, and one other who denies it', { ...one, deniers: 1 }, '4'],
    ['one origin, and two others who deny it', { ...one, deniers: 2 }, '5'],
    ['one origin that corrects itself', { ...one, answers: corrected }, '3'],
    ['nobody named', { ...one, independent: 0, paths: 0, answers: [], notEstablished: 3 }, '6'],
  ])('%s', (_, standing, digit) => {
    const { credibility, credibilityReason } = credibilityOf(standing)
    expect(credibility).toBe(digit)
    expect(credibilityReason).toMatch(/^\S.*\.$/)
    expect(credibilityReason).not.toMatch(/\b(?:true|false|verified|debunked)\b/i)
  })
})
