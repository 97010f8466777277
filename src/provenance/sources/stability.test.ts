import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { exampleStories } from '../../../test/example-reports.ts'
import { ferryStory } from '../../../test/fixtures/ferry.ts'
import { documentOf, readingOf } from '../../../test/make.ts'
import { intakeOf } from '../../app/intake.ts'
import { read } from '../../extract/read.ts'
import { withoutInner } from '../../extract/statements/without-inner.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { sameBodies } from '../graph/same-body.ts'
import { resolveVoices } from './voices.ts'

/** The body behind every voice of these reports, by the place where it speaks. */
function bodiesIn(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const voices = resolveVoices(readings)
  const bodyOf = sameBodies(voices)
  return new Map(
    readings.flatMap(({ document, attributions }) =>
      attributions.flatMap(({ source }, i) => {
        const voice = voices.voiceOf(document.id, i)
        const place = `${document.id} “${source[0]?.quote ?? ''}” ${i}`
        return voice === null ? [] : [[place, bodyOf(voice)] as const]
      }),
    ),
  )
}

/** Bodies whose voices are taken for two once a report is gone. */
function splitBy(readings: readonly Reading[]): readonly string[] {
  const before = bodiesIn(readings)
  return readings.flatMap((gone) => {
    const now = new Map<string, Map<string, string>>()
    for (const [place, body] of bodiesIn(readings.filter((reading) => reading !== gone))) {
      const known = before.get(place) ?? place
      now.set(known, (now.get(known) ?? new Map()).set(body, place))
    }
    return [...now].flatMap(([body, parts]) =>
      parts.size > 1 ? [`without ${gone.document.id}, ${body}: ${[...parts.values()].join(' / ')}`] : [],
    )
  })
}

async function exampleReadings(story: string): Promise<readonly Reading[]> {
  const documents: Document[] = []
  for await (const intake of intakeOf([`examples/${story}`], Readable.from([]))) documents.push(...intake.documents)
  return documents.map((document) => withoutInner(read(document)))
}

/** A report in which one voice says that the quay is shut. */
const saying = (id: string, voice: string, mentions: readonly (readonly [string, 'person' | 'organisation'])[]) =>
  readingOf(documentOf(`The quay is shut, ${voice} said.`, { id, publisher: `Paper ${id.toUpperCase()}` }), {
    mentions,
    attributions: [{ source: voice, content: 'The quay is shut', kind: 'institution' }],
  })

describe('voices that were one stay one when a report is taken away', () => {
  it('in a small story', () => {
    expect(splitBy(ferryStory.map((document) => withoutInner(read(document))))).toEqual([])
  })

  it.each(exampleStories)('in the bundled story %s', async (story) => {
    expect(splitBy(await exampleReadings(story))).toEqual([])
  })

  it('where only one of them spells the ministry out', () => {
    const story = [
      saying('a1', 'the deputy minister for canals and locks', []),
      saying('a2', 'the ministry of canals and locks', []),
      saying('a3', 'the deputy minister for canals and locks', []),
    ]
    expect(splitBy(story)).toEqual([])
    expect(new Set(bodiesIn(story).values()).size).toBe(1)
  })

  it('where a surname stands alone and a third report has the full name', () => {
    const story = [
      saying('a1', 'Mr Rive', [['Rive', 'person']]),
      saying('a2', 'Paul Rive', [['Paul Rive', 'person']]),
      saying('a3', 'Dr Rive', [['Rive', 'person']]),
    ]
    expect(splitBy(story)).toEqual([])
  })
})
