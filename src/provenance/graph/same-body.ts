import type { Source } from '../../model/source.ts'
import { fold } from '../../text/words.ts'
import type { Voices } from '../sources/voices.ts'

/**
 * Bodies that bear the same name, once the legal form and the article are left out, are one: "Nordwerk" and "Nordwerk SE"; "the
 * deputy minister for grain" of one report and of another. Two names are compared with each other alone, so no third
 * document can bring two bodies together or apart.
 */
export function sameBodies(voices: Voices): Voices['bodyOf'] {
  const byId = new Map(voices.sources.map((source) => [source.id, source]))
  const first = new Map<string, string>()
  for (const { id } of voices.sources) {
    const body = voices.bodyOf(id)
    const name = nameOf(byId.get(body))
    if (name === null) continue
    const known = first.get(name)
    if (known === undefined || body < known) first.set(name, body)
  }
  return (source) => {
    const body = voices.bodyOf(source)
    const name = nameOf(byId.get(body))
    return name === null ? body : (first.get(name) ?? body)
  }
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
