// Reports for the benchmark: stories like the examples, each told in other words, by other people, with other figures.

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

const content = /\p{L}[\p{L}'’]*|\d+/gu

/** Words that carry the grammar of reporting stay, so that there is as much to find in every story. */
const kept = new Set(
  `about after again against among another around because before being between could during either every first
  following hundred least might million nearly nothing other others over people percent shall should since their there
  these those though three through under until usual where whether which while whose within without would according
  announced confirmed denied reported reportedly several spokesman spokeswoman statement thousand told yesterday`.split(
    /\s+/,
  ),
)

const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/

/** All lower-case words of five letters or more by their ending, so that a verb is replaced by a verb. */
function vocabularyOf(texts) {
  const classes = new Map()
  for (const word of new Set(texts.flatMap((text) => text.match(content) ?? []))) {
    if (!isCommon(word)) continue
    const list = classes.get(endingOf(word))
    if (list) list.push(word)
    else classes.set(endingOf(word), [word])
  }
  return new Map([...classes].flatMap(([, words]) => words.sort().map((word, i) => [word, { words, i }])))
}

const isCommon = (word) => /^\p{Ll}{5,}$/u.test(word) && !kept.has(word)
const endingOf = (word) => /(?:ed|ing|s|ly)$/.exec(word)?.[0] ?? ''

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
