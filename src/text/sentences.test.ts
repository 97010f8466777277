import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

const sentencesOf = (text: string): readonly string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each([
    [['The head, Lt. Gen. Kyrylo Budanov, spoke.', 'He left.']],
    [['It was first told by twz.com on Monday.', 'Others followed.']],
    [['The U.S. Navy and the U.K. agreed.', 'No one else did.']],
    [['They flew home to the U.S.', 'The others stayed.']],
    [['It began at 9 p.m. on Friday.', 'It ended at 10 p.m.', 'The crowd left.']],
    [['No. 5 was closed.', 'Output rose 3.5 percent to $1.2bn.']],
    [['“Is it over?” she asked.', '“No!” he said.']],
    [['“We are done.”', 'The crowd cheered.']],
    [['He paused … then went on.', 'Nobody spoke...', 'Then they did.']],
    [['Kim J. Park said so.', 'The firm, Orbal Ltd., denied it.']],
    [['It rose in Jan. and fell in Feb. 2024.', 'Then it stopped.']],
    [['Numbers grew to 412.', 'About 300 left.']],
  ])('keeps %j apart', (sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
  })
})
