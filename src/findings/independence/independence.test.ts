import { describe, expect, it } from 'vitest'
import { documentOf, type Found, readingOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { ClaimGroup } from '../../provenance/claims/claims.ts'
import { findReuse } from '../../provenance/copying/reuse.ts'
import { derive } from '../../provenance/derivations.ts'
import { provenanceOf } from '../../provenance/graph/provenance.ts'
import { resolveVoices } from '../../provenance/sources/voices.ts'
import { independence } from './independence.ts'

/** A report that makes one statement, and who it says it is from. */
const report = (id: string, text: string, found: Found, about: Partial<Document> = {}): Reading =>
  readingOf(
    documentOf(text, { id, publisher: `Paper ${id.toUpperCase()}`, published: `2031-05-0${id.slice(1)}`, ...about }),
    found,
  )

/** Traces the claim that all first statements of these reports make, and in which cores they surely answer one question. */
function traced(readings: readonly Reading[], cores?: readonly (readonly Reading[])[]) {
  const voices = resolveVoices(readings)
  const reuse = findReuse(readings.map(({ document }) => document))
  const derivations = derive(readings, voices, reuse)
  const statements = readings.map(({ document }) => ({ document: document.id, statement: 0 }))
  const claim: ClaimGroup = {
    id: 'c1',
    gist: 'the bridge closed',
    statements,
    positions: [{ figures: null, polarity: 'affirmed', statements }],
    ...(cores
      ? { cores: cores.map((core) => core.map(({ document }) => ({ document: document.id, statement: 0 }))) }
      : {}),
  }
  return independence(claim, provenanceOf(readings, voices, derivations, reuse)).claim
}

const mayor = report('a1', 'The bridge will close on Monday, Mayor Iva Sedlak said.', {
  mentions: [['Iva Sedlak', 'person']],
  attributions: [{ source: 'Mayor Iva Sedlak', content: 'The bridge will close on Monday' }],
  statements: ['The bridge will close on Monday'],
})
const engineer = report('a2', 'Engineer Tomo Bril told us that the bridge must close on Monday.', {
  mentions: [['Tomo Bril', 'person']],
  attributions: [{ source: 'Engineer Tomo Bril', content: 'the bridge must close on Monday' }],
  statements: ['the bridge must close on Monday'],
})
const nobody = report('a3', 'No crossing after this week.', { statements: ['No crossing after this week'] })
const official = report('a4', 'An official said traffic would stop.', {
  attributions: [{ source: 'An official', content: 'traffic would stop', kind: 'anonymous' }],
  statements: ['traffic would stop'],
})

const [engineerId] = traced([engineer]).origins

describe('independence', () => {
  it('counts two people heard by two papers as two, by two ways', () => {
    expect(traced([mayor, engineer])).toMatchObject({
      independent: 2,
      paths: 2,
      bottleneck: null,
      cut: null,
      credibility: '1',
    })
  })

  it('adds nothing for a paper that names nobody or hides who said it', () => {
    const claim = traced([mayor, nobody, official])
    expect(claim).toMatchObject({ independent: 1, notEstablished: 2, credibility: '3' })
    expect(claim.bottleneck).toBe(claim.origins[0])
  })

  it('has no origin where nobody is named', () => {
    expect(traced([nobody, official])).toMatchObject({
      independent: 0,
      origins: [],
      bottleneck: null,
      credibility: '6',
    })
  })

  it('counts two people heard by one paper as two origins through one hand', () => {
    const both = report('a1', 'Mayor Iva Sedlak said so. Engineer Tomo Bril said so. The bridge will close.', {
      mentions: [
        ['Iva Sedlak', 'person'],
        ['Tomo Bril', 'person'],
      ],
      attributions: [
        { source: 'Mayor Iva Sedlak', content: 'said so' },
        { source: 'Engineer Tomo Bril', content: 'The bridge will close' },
      ],
      statements: ['Mayor Iva Sedlak said so', 'The bridge will close'],
    })
    const statements = [0, 1].map((statement) => ({ document: 'a1', statement }))
    const voices = resolveVoices([both])
    const group: ClaimGroup = {
      id: 'c1',
      gist: '',
      statements,
      positions: [{ figures: null, polarity: 'affirmed', statements }],
    }
    const { claim } = independence(group, provenanceOf([both], voices, [], []))
    expect(claim).toMatchObject({ independent: 2, paths: 1, cut: ['a1'], credibility: '2' })
  })

  it('counts together only what surely answers one question, and names who may be answering another', () => {
    const counted = traced([mayor, engineer, nobody], [[mayor, nobody], [engineer]])
    expect(counted).toMatchObject({ independent: 1, paths: 1, notEstablished: 1, documents: 3, credibility: '3' })
    expect([counted.bottleneck, counted.doubtful]).toEqual([counted.origins[0], [engineerId]])
    expect(counted.trails.map(({ end }) => end)).toEqual(['origin', 'doubtful', 'not-established'])
    expect(counted.positions[0]).toMatchObject({ origins: traced([mayor, engineer]).origins, independent: 1 })
  })

  it('takes the count of the core with most origins, and calls nobody doubtful who is in it', () => {
    const clerk = report('a6', 'The bridge will close on Monday, Mayor Iva Sedlak said.', {
      mentions: [['Iva Sedlak', 'person']],
      attributions: [{ source: 'Mayor Iva Sedlak', content: 'The bridge will close on Monday' }],
      statements: ['The bridge will close on Monday'],
    })
    const counted = traced([mayor, engineer, clerk], [[clerk], [mayor, engineer]])
    expect(counted).toMatchObject({ independent: 2, bottleneck: null })
    expect(counted.doubtful).toBeUndefined()
  })

  it('does not count a voice that only denies', () => {
    const denial = report('a2', 'Engineer Tomo Bril denied that the bridge would close.', {
      mentions: [['Tomo Bril', 'person']],
      attributions: [{ source: 'Engineer Tomo Bril', content: 'that the bridge would close' }],
      statements: [{ words: 'the bridge would close', certainty: 'denied' }],
    })
    expect(traced([mayor, denial])).toMatchObject({ independent: 1, credibility: '4' })
  })

  it('gives an outlet that is only cited as the origin when the claim has no other', () => {
    const citing = report('a5', 'The Harbour Courier reported that the bridge would close.', {
      mentions: [['Harbour Courier', 'outlet']],
      attributions: [{ source: 'The Harbour Courier', content: 'the bridge would close', kind: 'outlet' }],
      statements: ['the bridge would close'],
    })
    expect(traced([citing, nobody])).toMatchObject({ independent: 1, notEstablished: 1 })
    expect(traced([citing, mayor])).toMatchObject({ independent: 1, notEstablished: 1 })
  })

  it('explains every statement by a trail whose words stand in the text', () => {
    const readings = [mayor, engineer, nobody]
    const texts = new Map(readings.map(({ document }) => [document.id, document.text]))
    const { trails } = traced(readings)
    expect(trails.map(({ end }) => end)).toEqual(['origin', 'origin', 'not-established'])
    for (const { document, start, end, quote } of trails.flatMap(({ hops }) => hops))
      expect(texts.get(document)?.slice(start, end)).toBe(quote)
  })
})
