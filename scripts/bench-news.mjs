// News for the benchmark, in the shape that news has: many events that three reports tell of, some that thirty do, a few that three hundred do.
// Most reports of a large event are copies of others, some say whom they have it from, some tell it with other figures, some add something.
import { calendar, content, wordsByEnding } from './bench-words.mjs'

/** How reports are dealt out to events: so many of every ten go to events of this size. */
const shape = [
  { size: 3, of: 4 },
  { size: 30, of: 4 },
  { size: 300, of: 2 },
]

/**
 * So many reports, event by event, the same for the same count.
 *
 * @param examples real reports (title, text, publisher, published) that every event is told after, in words of its own
 */
export function newsLike(examples, count) {
  const tongue = vocabularyOf(examples.map(({ text }) => text))
  const reports = []
  for (let event = 0; reports.length < count; event++) {
    const size = Math.min(sizeOf(event), count - reports.length)
    reports.push(...eventOf(examples, tongue, event, size))
  }
  return reports
}

/** Of 1,441 events, 1,333 are small, 100 middling and 8 large, spread evenly; taken together they hold what `shape` says. */
const sizeOf = (event) => {
  const [small, middle, large] = shape
  const turn = event % 180
  if (turn === 90) return large.size
  return turn % 14 === 5 ? middle.size : small.size
}

/** The reports on one event, in the order in which they come out. */
export function eventOf(examples, tongue, event, size) {
  const half = Math.floor(examples.length / 2)
  const [told, background] = event % 2 === 0 ? halves(examples, half) : halves(examples, half).reverse()
  const chance = chanceOf(event)
  const first = Date.UTC(2025, 0, 1) + (event % 360) * 86_400_000
  const firsts = Array.from({ length: Math.min(size, told.length) }, (_, i) => {
    const { title, publisher } = told[i]
    const tell = (words) => words && retold(words, event, tongue)
    // What an event reminds reporters of fills half of a report.
    const text = `${tell(bodyOf(told[i]))}\n\n${tell(bodyOf(background[i % background.length]))}`
    return { title: tell(title) ?? null, text, publisher: tell(publisher) ?? outlet(chance) }
  })
  const reports = [...firsts]
  while (reports.length < size) {
    const from = reports[Math.floor(chance() ** 2 * Math.min(reports.length, 40))]
    reports.push(laterReport(from, reports, chance))
  }
  const hour = (i) => first + Math.floor((i * 5 * 86_400_000) / Math.max(size, 12))
  return reports.map((report, i) => ({
    id: `e${event}-${i}`,
    ...report,
    published: `${new Date(hour(i)).toISOString().slice(0, 19)}Z`,
  }))
}

const halves = (list, at) => [list.slice(0, at), list.slice(at)]

const bodyOf = ({ title, text }) => (title && text.startsWith(title) ? text.slice(title.length).trimStart() : text)

/** A report that was made from another: two of five copy it, the others cite it, drift from it, or add what a third one says. */
function laterReport(from, reports, chance) {
  const sentences = sentencesOf(from.text)
  const publisher = outlet(chance)
  const kind = chance()
  if (kind < 0.4) return { title: from.title, text: from.text, publisher }
  const lead = sentences.slice(0, 5 + Math.floor(chance() * 9))
  if (kind < 0.65)
    return {
      title: `${publisher}: ${from.title ?? lead[0]}`.slice(0, 120),
      text: `${from.publisher} reported that ${lowerFirst(lead[0] ?? '')} ${lead.slice(1).join(' ')}`,
      publisher,
    }
  if (kind < 0.85) return { title: from.title, text: drifted(lead.join(' '), chance), publisher }
  const other = sentencesOf(reports[Math.floor(chance() * reports.length)].text).slice(-4)
  return { title: from.title, text: [...lead, ...other].join(' '), publisher }
}

/** Every third figure another, and what was likely is said to be so. */
const drifted = (text, chance) =>
  text
    .replace(/\d+/g, (number) =>
      number.length < 4 && chance() < 0.34 ? String(Math.round(Number(number) * 1.25) + 1) : number,
    )
    .replace(/\b(?:reportedly|possibly|probably|allegedly) /g, '')

const sentencesOf = (text) => text.match(/[^.!?\n]{12,}[.!?]["”]?/g)?.map((sentence) => sentence.trim()) ?? [text]
const lowerFirst = (text) => text.slice(0, 1).toLowerCase() + text.slice(1)

const beginnings = 'North South East West Upper Lower Old New Great Little Inner Outer'.split(' ')
const lands = 'Harbour Valley Ridge Moor Strand Ferry Mill Orchard Quarry Lagoon Heath Fjord Island Canal'.split(' ')
const papers = 'Courier Mail Gazette Post Echo Ledger Observer Dispatch Bulletin Monitor'.split(' ')

/** One of 1,680 outlets. */
const outlet = (chance) =>
  [beginnings, lands, papers].map((words) => words[Math.floor(chance() * words.length)]).join(' ')

/** For each common word those that it may become. */
export const vocabularyOf = (texts) =>
  new Map(wordsByEnding(texts).flatMap((words) => words.map((word) => [word, words])))

/** Each word becomes another of its kind and each name another name, the same throughout an event and different between events. */
function retold(text, event, tongue) {
  return text.replace(content, (word) => {
    if (/^\d+$/.test(word)) return word.length === 4 ? word : String(Number(word) + (event % 97))
    const words = tongue.get(word)
    if (words) return words[hash(`${event} ${word}`) % words.length]
    return /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !calendar.test(word) ? renamed(word, event) : word
  })
}

/** Another name of the same shape. */
function renamed(name, event) {
  const [vowels, consonants] = ['aeiou', 'bdfgklmnprstv']
  const mix = hash(`${event} ${name}`)
  return name.replace(/[a-z]/g, (letter, at) => {
    const row = vowels.includes(letter) ? vowels : consonants
    return row.includes(letter) ? row[hash(`${mix} ${at}`) % row.length] : letter
  })
}

/** FNV-1a. */
function hash(text) {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  sum ^= sum >>> 15
  return Math.imul(sum, 0x2c1b3c6d) >>> 8
}

/** Numbers from 0 to 1, the same for the same event (mulberry32). */
function chanceOf(event) {
  let state = Math.imul(event + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
