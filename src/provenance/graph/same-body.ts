import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { fold } from '../../text/words.ts'
import type { Voices } from '../sources/voices.ts'

/**
 * Bodies that bear the same name, once the legal form and the article are left out, are one: "Nordwerk" and "Nordwerk SE"; "the
 * deputy minister for grain" of one report and of another. Two names are compared with each other alone, so no third
 * document can bring two bodies together or apart.
 */
export function sameBodies(voices: Voices): Voices['bodyOf'] {
  const byId = new Map(voices.sources.map((source) => [source.id, source]))
  const bodyOf = (source: string): string => {
    const body = voices.bodyOf(source)
    return voices.decided?.namesakeOf(body) ?? body
  }
  const namesakes = new Map<string, Set<string>>()
  for (const { id } of voices.sources) {
    const body = bodyOf(id)
    const name = nameOf(byId.get(body))
    if (name !== null) namesakes.set(name, (namesakes.get(name) ?? new Set()).add(body))
  }
  const first = new Map([...namesakes.values()].flatMap((bodies) => [...firstOf([...bodies].sort(byCodeUnit), voices)]))
  return (source) => {
    const body = bodyOf(source)
    return first.get(body) ?? body
  }
}

/** For each of several namesakes the first that it is one with; a person may have said that two are not. */
function firstOf(bodies: readonly string[], { decided }: Voices): ReadonlyMap<string, string> {
  const groups: string[][] = []
  for (const body of bodies) {
    const group = groups.find((members) => members.every((other) => !decided?.areApart(body, other)))
    if (group) group.push(body)
    else groups.push([body])
  }
  return new Map(groups.flatMap((members) => members.map((body) => [body, members[0] ?? body] as const)))
}

/** What two bodies must share to be one; null for people and outlets, who are told apart by more than their names. */
function nameOf(source: Source | undefined): string | null {
  if (!source || source.kind === 'outlet' || source.kind === 'anonymous' || source.kind === 'vague') return null
  const described = source.id.includes('@')
  if (source.kind === 'person' && !described) return null
  const words = fold(source.name)
    .replace(/^(?:the|a|an) /, '')
    .replace(/[.,]/g, '')
    .split(/\s+/)
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop()
  return `${source.kind} ${words.join(' ')}`
}

/** Legal forms of companies and associations, without dots. */
const legalForms: ReadonlySet<string> = new Set(
  'ab ag as asa bv co company corp corporation eg ev gmbh inc incorporated kg kk limited llc llp ltd nv oao ooo oy oyj pao plc pte pty pvt sa sae sas se spa srl sro'.split(
    ' ',
  ),
)
