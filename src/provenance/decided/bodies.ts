import { sameBodies } from '../graph/same-body.ts'
import type { Voices } from '../sources/voices.ts'
import type { Joined } from './joining.ts'
import type { VoiceBook } from './voice-book.ts'

/**
 * What counts as one body once people decided: the chain of affiliations, and bodies that bore one name before. Voices that a person
 * said are two never are one body: who belongs to the other belongs to it no more, and of two under one roof neither does.
 */
export function decidedBodies(
  heard: Voices,
  book: VoiceBook,
  { idOf, apart }: Joined,
): Required<Pick<Voices, 'bodyOf' | 'decided'>> {
  const affiliationOf = (source: string): string | null => book.sources.get(source)?.affiliation ?? null
  for (const [a, b] of apart) {
    const [ofA, ofB] = [chainOf(a, affiliationOf), chainOf(b, affiliationOf)]
    if (ofA.at(-1) !== ofB.at(-1)) continue
    if (!ofB.includes(a)) book.change(a, { affiliation: null })
    if (!ofA.includes(b)) book.change(b, { affiliation: null })
  }
  const topOf = (source: string): string => chainOf(source, affiliationOf).at(-1) ?? source
  const namesakeOf = namesakes(heard, idOf, (a, b) => apart.some(([x, y]) => isPair(topOf(x), topOf(y), a, b)))
  const bodies = apart.map((pair) => pair.map((source) => namesakeOf(topOf(source))))
  const areApart = (a: string, b: string): boolean =>
    bodies.some(([x = '', y = '']) => isPair(x, y, namesakeOf(a), namesakeOf(b)))
  return { bodyOf: topOf, decided: { areApart, namesakeOf } }
}

const isPair = (x: string, y: string, a: string, b: string): boolean => (x === a && y === b) || (x === b && y === a)

function chainOf(source: string, affiliationOf: (source: string) => string | null): readonly string[] {
  const chain: string[] = []
  for (let at: string | null = source; at !== null && !chain.includes(at); at = affiliationOf(at)) chain.push(at)
  return chain
}

/** Bodies that bore one name before anybody decided stay one, by what each has become; unless a person said that they are two. */
function namesakes(
  heard: Voices,
  idOf: (source: string) => string,
  areApart: (a: string, b: string) => boolean,
): (body: string) => string {
  const first = sameBodies(heard)
  const groups = new Map<string, readonly string[]>()
  const groupOf = (body: string): readonly string[] => groups.get(body) ?? [body]
  for (const { id } of heard.sources) {
    const [one, other] = [groupOf(idOf(heard.bodyOf(id))), groupOf(idOf(first(id)))]
    if (one === other || one[0] === other[0] || one.some((a) => other.some((b) => areApart(a, b)))) continue
    const both = [...one, ...other].sort()
    for (const body of both) groups.set(body, both)
  }
  return (body) => groupOf(body)[0] ?? body
}
