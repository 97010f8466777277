import fc from 'fast-check'
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
    [['The tank burst in Hammond, Ind. (AP) on Friday.', 'Crews left for Lumpkin, Ga.', 'They found nobody.']],
    [['Mara Holm, D-N.Y., spoke for Rep. G.K. Lind and former mayor L. Douglas Berg.', 'He listened.']],
    [['Please let me know if you have any questions.', 'Thanks,', 'Mara Holm 555-0134']],
    [['Vice Adm. Bo Berg and Lt. Cmdr. A. B. Holm met No. 3 crew of Orbal Inc. Chairman Lind.', 'They left.']],
    [['Ports denounce N. Orbal test; others vow consequences']],
    [['The gate was shut.', 'http://www.harbour.example']],
    [['what about the quay?', 'is it open?', 'i would like to see it.']],
    [['The pump failed.', '"It was old," said Lind.']],
  ])('keeps %j apart', (sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
  })

  it('sees where a space was forgotten, but not in an address', () => {
    expect(sentencesOf('The gate was shut.Nobody came. See harbour.example/Gate.Plan for more.')).toEqual([
      'The gate was shut.',
      'Nobody came.',
      'See harbour.example/Gate.Plan for more.',
    ])
  })

  it('leaves out nothing but white space, in order', () => {
    const pieces = ['a', 'Holm', '. ', '.', ' ', '“', '”', '\n', '(', ')', '12', '? ', 'Mr', ': ', '🙂', '--']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const text = parts.join('')
        let before = 0
        for (const { start, end } of splitSentences(text, { start: 0, end: text.length })) {
          expect(text.slice(before, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          before = end
        }
        expect(text.slice(before).trim()).toBe('')
      }),
    )
  })

  it.each([
    ['قال رئيس البلدية إن ثلاثة أشخاص قتلوا. وأضاف أن الطريق مغلق.', 2],
    ['ראש העיר אמר ששלושה בני אדם נהרגו. הוא הוסיף שהכביש סגור.', 2],
    ['시장은 세 명이 숨졌다고 말했다. 도로는 닫혔다. 조사가 시작됐다.', 3],
  ])('ends at marks alone where letters know no capitals: %s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count)
  })

  it.each(['. ', '.', 'a. ', '"a ', '(', 'Aa.', 'A ', '! A', '\n'])('walks once over a long run of "%s"', (unit) => {
    const started = process.cpuUsage()
    sentencesOf(unit.repeat(100_000))
    expect(process.cpuUsage(started).user).toBeLessThan(4_000_000)
  })
})
