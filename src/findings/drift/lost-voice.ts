import type { RuleId } from '../../model/rule.ts'
import type { Told } from '../told.ts'
import type { Change } from './changes.ts'
import type { Retelling } from './retellings.ts'
import type { Standing } from './standing.ts'

/** What there is to know about voices besides the statements. */
export interface VoiceLookup {
  /** How well the voice can be asked; issuing bodies are no go-betweens of themselves. */
  readonly standing: (source: string, issuing: ReadonlySet<string>) => Standing
  /** Is the voice named in the words of the statement ("the bureau gives 40")? */
  readonly namedIn: (source: string, words: string) => boolean
}

/**
 * The voice that vouched for a claim upstream is gone, or only the go-between or somebody vague is left. Judged for all
 * that the document says of the claim: a bare sentence after an attributed one loses nothing.
 */
export function lostVoice(retellings: readonly Retelling[], lookup: VoiceLookup): (Change & Retelling) | null {
  const inOrder = [...retellings].sort(
    (a, b) => Number(a.to.content.headline) - Number(b.to.content.headline) || b.likeness - a.likeness,
  )
  for (const retelling of inOrder) {
    const { from, to, earlier, later } = retelling
    if (earlier.some(({ publisher }) => publisher !== null && publisher === to.publisher)) return null
    if (from.content.plain === to.content.plain) continue
    const rule = lossOf(withOnlyVoice(from, earlier), to, earlier, later, lookup)
    if (rule) return { ...retelling, aspect: 'attribution', rule }
  }
  return null
}

function lossOf(
  from: Told,
  to: Told,
  earlier: readonly Told[],
  later: readonly Told[],
  { standing, namedIn }: VoiceLookup,
): RuleId | null {
  const issuing = new Set(
    [...earlier, ...later].flatMap((one) => (one.issuing && one.publisher !== null ? [one.publisher] : [])),
  )
  const relays = new Set(earlier.flatMap((one) => (!one.issuing && one.publisher !== null ? [one.publisher] : [])))
  const was = Math.max(0, ...from.voices.map((one) => standing(one, issuing)))
  if (was === 0) return null
  const heard = new Set([from, ...earlier.filter(({ document }) => document === from.document)].flatMap(voicesOf))
  const kept = (one: string): boolean => heard.has(one) && !relays.has(one)
  if (later.some((one) => voicesOf(one).some(kept))) return null
  if (from.voices.some((one) => later.some(({ content }) => namedIn(one, content.quote)))) return null
  const left = later.flatMap(({ voices }) => voices).map((one) => (relays.has(one) ? 0.75 : standing(one, issuing)))
  if (Math.max(0, ...left) >= was) return null
  return to.voices.length === 0 ? 'drift/voice-dropped' : 'drift/voice-replaced'
}

const voicesOf = ({ voices, body }: Told): readonly string[] => (body === null ? voices : [...voices, body])

/** Where a document names one voice for a claim, its bare sentences about it are on that voice's word too. */
export function withOnlyVoice(one: Told, all: readonly Told[]): Told {
  if (one.body !== null) return one
  const heard = all.filter(({ document, body }) => document === one.document && body !== null)
  const [only] = heard
  return only && heard.every(({ body }) => body === only.body) ? { ...one, body: only.body, voices: only.voices } : one
}
