import { concepts, fates } from '../../language/en/concepts.ts'
import { countries } from '../../language/places/countries.ts'
import { stem } from '../../text/stem.ts'
import { fold } from '../../text/words.ts'

/**
 * What a word stands for, where several words stand for one thing: "Chinese", "China" and "dead", "killed" meet. Other words
 * stand for their stem. Short capitals ("US", "UK") are countries only as capitals.
 */
export const meaningOf = (word: string, stemmed: string): string =>
  named.get(word.length <= 3 ? word : fold(word)) ?? meant.get(stemmed) ?? stemmed

/** One meaning for a country, its people and its other names. */
const named: ReadonlyMap<string, string> = new Map(
  countries.flatMap(([code, name, demonyms, others]) =>
    [name, ...demonyms.split('|'), ...others.split('|')]
      .filter((word) => /^[\p{L}.]+$/u.test(word))
      .map((word) => word.replaceAll('.', ''))
      .flatMap((word): readonly (readonly [string, string])[] =>
        word.length <= 3
          ? [[word, `=${code}`]]
          : [
              [fold(word), `=${code}`],
              [`${fold(word)}s`, `=${code}`],
            ],
      ),
  ),
)

/** The stems of words that news uses for one thing. */
const meant: ReadonlyMap<string, string> = new Map(
  [...Object.entries(concepts), ...Object.entries(fates)]
    .filter(([word]) => !word.includes('_'))
    .map(([word, concept]) => [stem(fold(word)), `=${concept}`]),
)
