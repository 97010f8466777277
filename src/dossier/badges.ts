import { type Lookup, nameOf, voiceOf } from '../export/view/lookup.ts'
import { type Mark, markOf } from '../views/parts/mark-of.ts'

/** One voice as the dossier shows it: two letters in one of eight colours, the same everywhere on the page. */
export interface Badge extends Mark {
  readonly name: string
  readonly claims: number
}

/** The badges of all origins, the ones behind most claims first. */
export interface Badges {
  /** The badge of a source or document as an origin; undefined when no claim ends there. */
  readonly of: (node: string) => Badge | undefined
  readonly all: readonly Badge[]
}

/**
 * Letters as in the workbench, but no two voices share them here, and the eight voices behind most claims each have a colour of their own:
 * a dossier knows beforehand who will stand in it.
 */
export function badges(held: Lookup): Badges {
  const voices = new Map<string, { node: string; claims: number }>()
  for (const claim of held.report.claims)
    for (const voice of new Set(claim.origins.map((node) => voiceOf(held, node)))) {
      const node = claim.origins.find((origin) => voiceOf(held, origin) === voice) ?? voice
      const before = voices.get(voice)
      if (before) before.claims += 1
      else voices.set(voice, { node, claims: 1 })
    }
  const taken = new Set<string>()
  const made = new Map(
    [...voices]
      .sort(([, a], [, b]) => b.claims - a.claims)
      .map(([voice, { node, claims }], index): [string, Badge] => {
        const name = nameOf(held, node)
        return [voice, { letters: lettersFor(name, taken), hue: (index % hues) + 1, name, claims }]
      }),
  )
  return { of: (node) => made.get(voiceOf(held, node)), all: [...made.values()] }
}

/** As many as can be told apart by people with any kind of colour vision; the letters tell the rest apart. */
const hues = 8

/** The letters of a name; where another voice has them, the first of them and a number. */
function lettersFor(name: string, taken: Set<string>): string {
  const { letters } = markOf(name)
  const [first = '?'] = letters
  let free = letters
  for (let number = 2; taken.has(free); number++) free = `${first}${number}`
  taken.add(free)
  return free
}
