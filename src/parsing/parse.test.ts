import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSentence, tagSentence } from './parse.ts'

const tagsOf = (sentence: string) =>
  tagSentence(sentence.split(' '))
    .map(({ pos }) => pos)
    .join(' ')

/** "boats <nsubj sank": a word, its relation, and the word it hangs on. */
function arcsOf(sentence: string): readonly string[] {
  const words = sentence.split(' ')
  return parseSentence(words).map(({ head, relation }, i) => `${words[i]} <${relation} ${words[head] ?? ''}`.trim())
}

describe('tags', () => {
  it.each([
    ['She said that the crews were not ready .', 'PRON VERB SCONJ DET NOUN AUX PART ADJ PUNCT'],
    ['They want to leave and we can stay .', 'PRON VERB PART VERB CCONJ PRON AUX VERB PUNCT'],
    ['About 40 boats sank near Tamm .', 'ADV NUM NOUN VERB ADP PROPN PUNCT'],
    ['Who wrote it ?', 'PRON VERB PRON PUNCT'],
  ])('reads "%s"', (sentence, expected) => {
    expect(tagsOf(sentence)).toBe(expected)
  })

  // Kept as it is found: a ferry is taken for a name.
  it.fails.each([['The ferry reached the old harbour on Friday .', 'DET NOUN VERB DET ADJ NOUN ADP PROPN PUNCT']])(
    'known wrong: "%s"',
    (sentence, expected) => {
      expect(tagsOf(sentence)).toBe(expected)
    },
  )

  it('tells a noun from the verb that is spelled alike', () => {
    expect(tagSentence('The reports say so .'.split(' '))[1]).toMatchObject({
      pos: 'NOUN',
      fine: 'NNS',
      lemma: 'report',
    })
    expect(tagSentence('He reports to her .'.split(' '))[1]).toMatchObject({
      pos: 'VERB',
      fine: 'VBZ',
      lemma: 'report',
    })
  })

  it.each([
    ['They were told that it was running .', 'they be tell that it be run .'],
    ["The children did n't buy the biggest boxes .", 'the child do not buy the big box .'],
  ])('knows the lemmas of "%s"', (sentence, expected) => {
    expect(
      tagSentence(sentence.split(' '))
        .map(({ lemma }) => lemma)
        .join(' '),
    ).toBe(expected)
  })
})

describe('trees', () => {
  it('says who told whom what', () => {
    expect(arcsOf('She told us that the harbour was closed .')).toEqual([
      'She <nsubj told',
      'told <root',
      'us <iobj told',
      'that <mark closed',
      'the <det harbour',
      'harbour <nsubj:pass closed',
      'was <aux:pass closed',
      'closed <ccomp told',
      '. <punct told',
    ])
  })

  it('hangs a subject on its verb over a clause', () => {
    expect(arcsOf('The man who saw the fire left .')).toContain('man <nsubj left')
  })

  // Kept as it is found: one of two verbs in a row of clauses is hung on the wrong word.
  it.each([['The minister told the crew that the boats sank .', 'sank <ccomp told']])(
    'still fails at "%s"',
    (sentence, arc) => {
      expect(arcsOf(sentence)).not.toContain(arc)
    },
  )

  it.each([
    ['The bridge was closed by the police .', ['bridge <nsubj:pass closed', 'by <case police', 'was <aux:pass closed']],
    ['The man who saw the fire left the town .', ['saw <acl:relcl man', 'who <nsubj saw', 'man <nsubj left']],
    ["The captain 's brother saw the fire .", ['captain <nmod:poss brother', 'brother <nsubj saw']],
    ['Holm and Berg denied it .', ['Berg <conj Holm', 'and <cc Berg', 'Holm <nsubj denied', 'it <obj denied']],
    ['It did not rain in March .', ['not <advmod rain', 'did <aux rain', 'March <obl rain']],
  ])('reads "%s"', (sentence, expected) => {
    expect(arcsOf(sentence)).toEqual(expect.arrayContaining(expected))
  })

  it('hangs every word on one root, whatever the words are', () => {
    const word = fc.oneof(
      fc.constantFrom('the', 'said', 'that', 'of', ',', '"', '.', 'Holm', '40', 'and', 'to'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const parsed = parseSentence(words)
        expect(parsed).toHaveLength(words.length)
        expect(parsed.filter(({ head }) => head < 0)).toHaveLength(words.length > 0 ? 1 : 0)
        for (const { head, relation } of parsed) expect(relation === 'root').toBe(head < 0)
        for (const [i] of parsed.entries()) {
          let [at, steps] = [i, 0]
          while (at >= 0 && steps <= words.length) {
            at = parsed[at]?.head ?? -1
            steps++
          }
          expect(steps).toBeLessThanOrEqual(words.length)
        }
      }),
    )
  })

  it('puts a long sentence together from its pieces, with one root', () => {
    const words = Array(30).fill('the crew saw a boat ,').join(' ').split(' ')
    const parsed = parseSentence(words)
    const far = parsed.filter(({ head }, i) => Math.abs(head - i) > 120)
    expect(parsed.filter(({ relation }) => relation === 'root')).toHaveLength(1)
    expect(new Set(far.map(({ relation }) => relation))).toEqual(new Set(['parataxis']))
  })

  it('is done with a hundred thousand words in time', () => {
    const started = process.cpuUsage()
    parseSentence('a'.repeat(100_000).split(''))
    expect(process.cpuUsage(started).user).toBeLessThan(8_000_000)
  })
})

it('reads words alike when they were met before, forgotten for others, and met again', () => {
  const sentence = 'The harbour master said that the ferry had sunk .'.split(' ')
  const other = (n: number) => `w${n.toString(36).replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`
  const row = (from: number) => Array.from({ length: 390 }, (_, i) => other(from + i))
  const first = parseSentence(sentence)
  const early = tagSentence(row(0))
  for (let from = 0; from < 6000; from += 390) {
    tagSentence(row(from))
    if (from % 780 === 0) expect(parseSentence(sentence)).toEqual(first)
  }
  expect(parseSentence(sentence)).toEqual(first)
  expect(tagSentence(row(0))).toEqual(early)
})
