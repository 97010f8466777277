import { describe, expect, it } from 'vitest'
import { lemmaOf, readEndings } from './lemmatiser.ts'

describe('lemmas', () => {
  const table = readEndings('VERB/VBD ed 2 _ ied 3 y ^said 2 y ^was 3 be\nNOUN/NNS s 1 _ ^men 2 an')

  it.each([
    ['walked', 'VERB VBD', 'walk'],
    ['Carried', 'VERB VBD', 'carry'],
    ['carried', 'VERB VBN', 'carry'],
    ['said', 'VERB VBD', 'say'],
    ['was', 'VERB VBD', 'be'],
    ['ships', 'NOUN NNS', 'ship'],
    ['men', 'NOUN NNS', 'man'],
    ['women', 'NOUN NNS', 'women'],
    ['Holm’s', 'PROPN NNP', "holm's"],
  ])('reads "%s" as %s', (word, tag, expected) => {
    expect(lemmaOf(table, word, tag)).toBe(expected)
  })
})
