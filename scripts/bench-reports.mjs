// Reports for the benchmark: stories like the examples, each told in other words, by other people, with other figures.
import { calendar, content, wordsByEnding } from './bench-words.mjs'

/**
 * So many reports. Every story has all the examples' reports, with their copying and rewriting among each other; between
 * stories, names, numbers and most words of content differ, as they do between events of one beat.
 */
export function reportsLike(examples, count) {
  const vocabulary = vocabularyOf(examples.map(({ text }) => text))
  return Array.from({ length: count }, (_, i) => {
    const story = Math.floor(i / examples.length)
    const { title, text, publisher, published } = examples[i % examples.length]
    const tell = (words) => words && retold(words, story, vocabulary)
    const body = title && text.startsWith(title) ? text.slice(title.length).trimStart() : text
    return {
      id: `r${i}`,
      title: tell(title),
      text: tell(body),
      publisher: story === 0 ? publisher : tell(publisher),
      published: published && later(published, story),
    }
  })
}

/** For each common word those that it may become, and its place among them. */
const vocabularyOf = (texts) =>
  new Map(wordsByEnding(texts).flatMap((words) => words.map((word, i) => [word, { words, i }])))

function retold(text, story, vocabulary) {
  if (story === 0) return text
  return text.replace(content, (word) => {
    if (/^\d+$/.test(word)) return word.length === 4 ? word : String(Number(word) + story)
    const place = vocabulary.get(word)
    if (place) return place.words[(place.i + 7 * story) % place.words.length]
    return /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !calendar.test(word) ? renamed(word, story) : word
  })
}

/** Another name of the same shape. */
function renamed(name, story) {
  const [vowels, consonants] = ['aeiou', 'bdfgklmnprstv']
  return name.replace(/[a-z]/g, (letter, at) => {
    const row = vowels.includes(letter) ? vowels : consonants
    const index = row.indexOf(letter)
    return index < 0 ? letter : row[(index + story * (at + 1)) % row.length]
  })
}

/** Stories follow each other by three days. */
function later(date, story) {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return date
  return new Date(day.getTime() + story * 3 * 86_400_000).toISOString().slice(0, 10) + date.slice(10)
}
