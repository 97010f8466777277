import type { FindingContext } from '../src/findings/context.ts'
import type { Derivation } from '../src/model/derivation.ts'
import type { Reading } from '../src/model/reading.ts'
import type { Time } from '../src/model/time.ts'
import { resolveVoices } from '../src/provenance/sources/voices.ts'
import { at, documentOf, type Found, readingOf } from './make.ts'

/** A report of an outlet named after its id, with a date. */
export const told = (id: string, published: string, text: string, found: Found): Reading =>
  readingOf(documentOf(text, { id, publisher: `Outlet ${id}`, published }), found)

/** The same with a date in every statement that holds its words. */
export function dated(reading: Reading, words: string, value: string): Reading {
  const time: Time = { ...at(reading.document.text, words), type: 'DATE', value, rule: 'test/time' }
  const holds = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start <= time.start && time.end <= end
  const statements = reading.statements.map((one) => (holds(one) ? { ...one, times: [0] } : one))
  return { ...reading, times: [time], statements }
}

/** What findings look at: all statements are one claim unless `claimOf` parts them, and `made` says what was made from what. */
export function contextOf(
  readings: readonly Reading[],
  made: readonly (readonly [from: string, to: string])[] = [],
  claimOf: (quote: string) => string = () => 'c1',
): FindingContext {
  const derivations = made.map(
    ([from, to]): Derivation => ({
      from,
      to,
      manner: 'rewrites',
      basis: 'stated',
      confidence: 1,
      evidence: [{ document: to, start: 0, end: 0, quote: '' }],
      rule: 'test/derivation',
    }),
  )
  const refs = readings.flatMap((reading) =>
    reading.statements.map(({ quote }, statement) => ({
      claim: claimOf(quote),
      ref: { document: reading.document.id, statement },
    })),
  )
  const claims = [...new Set(refs.map(({ claim }) => claim))].map((id) => ({
    id,
    gist: id,
    statements: refs.filter(({ claim }) => claim === id).map(({ ref }) => ref),
    positions: [],
  }))
  return { readings, voices: resolveVoices(readings), derivations, claims }
}
