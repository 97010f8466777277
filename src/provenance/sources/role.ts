import { bodyNouns } from '../../language/en/voice-words.ts'
import { fold } from './names.ts'

/** A description of a voice taken apart: "the rescue ministry's spokesman for the north". */
export interface Role {
  /** What manner of voice: "spokesman", "ministry", "report", singular. */
  readonly head: string
  /** Words before the head, without determiners: "rescue" in "the rescue ministry". */
  readonly modifiers: readonly string[]
  /** The words before 's: "the rescue ministry"; or "its". Null when there is none. */
  readonly possessor: string | null
  /** What follows of, for, from, at, with, by: "dams and waterways". */
  readonly complement: string | null
  readonly definite: boolean
  readonly plural: boolean
}

const determiners = new Set(
  'the a an this that these those its his her their our my your some one two three several many both all most other another same each every no unnamed former acting senior top'.split(
    ' ',
  ),
)
const prepositions = new Set('of for from at with by in on inside within to'.split(' '))
const stops = new Set(
  'who which that whose whom where when because and but said told as after before while seen obtained shown reviewed viewed leaked processed taken made supplied produced captured recorded analysed analyzed issued written prepared filed published released dated signed given provided asked briefed familiar involved close based quoted'.split(
    ' ',
  ),
)

/** Takes a noun phrase apart. Null when it holds no noun at all. */
export function readRole(phrase: string): Role | null {
  const words = phrase.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*|,/gu) ?? []
  const owned = words.findIndex((word) => /(?:['’]s|s['’])$/.test(word))
  const possessor = owned >= 0 ? words.slice(0, owned + 1).join(' ') : possessive(words[0])
  const rest = owned >= 0 ? words.slice(owned + 1) : words
  const end = rest.findIndex(
    (word, i) => i > 0 && (word === ',' || prepositions.has(fold(word)) || stops.has(fold(word))),
  )
  const nominal = (end < 0 ? rest : rest.slice(0, end)).map(fold).filter((word) => word !== ',')
  const content = nominal.filter((word) => !determiners.has(word))
  const last = content.at(-1)
  if (last === undefined) return null
  const tail = end >= 0 && prepositions.has(fold(rest[end] ?? '')) ? rest.slice(end + 1) : []
  const complementEnd = tail.findIndex((word) => word === ',' || (stops.has(fold(word)) && fold(word) !== 'and'))
  const complement = (complementEnd < 0 ? tail : tail.slice(0, complementEnd)).join(' ')
  return {
    head: singular(last),
    modifiers: content.slice(0, -1),
    possessor,
    complement: complement === '' ? null : complement,
    definite: possessor !== null || /^(?:the|this|that|these|those|both|each)$/.test(nominal[0] ?? ''),
    plural: singular(last) !== last,
  }
}

const possessive = (word: string | undefined): string | null =>
  word !== undefined && /^(?:its|his|her|their|our)$/i.test(word) ? fold(word) : null

/** The singular as far as these lists need it: officials, ministries, spokesmen, people. */
export function singular(word: string): string {
  if (word === 'people') return 'person'
  if (word === 'media' || word === 'police' || word === 'press' || word === 'news') return word
  if (/men$/.test(word) && word.length > 3) return `${word.slice(0, -2)}an`
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|ches|shes|xes)$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word) && word.length > 3 && !bodyNounIsPlural(word)) return word.slice(0, -1)
  return word
}

const bodyNounIsPlural = (word: string): boolean => word in bodyNouns && !(word.slice(0, -1) in bodyNouns)
