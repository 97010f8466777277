import type { Trail } from '../../model/report.ts'
import { type Lookup, nameOf, voiceOf } from '../view/lookup.ts'
import { stations } from '../view/trail-words.ts'
import { html, type Markup } from './markup.ts'

/** One voice as the dossier shows it: a letter and one of eight colours, the same everywhere on the page. */
export interface Badge {
  readonly letter: string
  /** 1..8, or 0 for a voice that is not named. */
  readonly hue: number
  readonly name: string
  readonly claims: number
}

/** The badges of all origins, the ones behind most claims first. */
export interface Badges {
  /** The badge of a source or document as an origin; undefined when no claim ends there. */
  readonly of: (node: string) => Badge | undefined
  readonly all: readonly Badge[]
}

export function badges(held: Lookup): Badges {
  const voices = new Map<string, { node: string; claims: number }>()
  for (const claim of held.report.claims)
    for (const voice of new Set(claim.origins.map((node) => voiceOf(held, node)))) {
      const node = claim.origins.find((origin) => voiceOf(held, origin) === voice) ?? voice
      const before = voices.get(voice)
      if (before) before.claims += 1
      else voices.set(voice, { node, claims: 1 })
    }
  const ordered = [...voices].sort(([, a], [, b]) => b.claims - a.claims)
  const made = new Map(
    ordered.map(([voice, { node, claims }], index): [string, Badge] => [
      voice,
      { letter: letterOf(index), hue: (index % HUES) + 1, name: nameOf(held, node), claims },
    ]),
  )
  return { of: (node) => made.get(voiceOf(held, node)), all: [...made.values()] }
}

/** The badge a trail ends in; undefined when it ends in nobody named, in a circle, or in a voice that is no origin of the claim. */
export function badgeOf(held: Lookup, { of }: Badges, trail: Trail): Badge | undefined {
  if (trail.end !== 'origin') return undefined
  return of(stations(held, trail).at(-1)?.node ?? '')
}

/** The letter in its colour. The name stands beside it or is given to screen readers. */
export function badgeMark(badge: Badge | undefined, named = true): Markup {
  if (!badge) return html`<span class="badge none" aria-hidden="true">?</span>`
  const letter = html`<span class="badge o${badge.hue}" aria-hidden="true">${badge.letter}</span>`
  return named ? html`${letter}<span class="visually-hidden">${badge.name}</span>` : letter
}

/** As many as can be told apart by people with any kind of colour vision; the letter tells the rest apart. */
const HUES = 8

/** A … Z, AA, AB … as in a spreadsheet. */
function letterOf(index: number): string {
  const head = index >= 26 ? letterOf(Math.floor(index / 26) - 1) : ''
  return head + String.fromCharCode(65 + (index % 26))
}
