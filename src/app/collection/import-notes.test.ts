import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noted } from '../../../test/fixtures/noted.ts'
import { floodReport } from '../../../test/fixtures/reports.ts'
import { ranWith } from '../../../test/fixtures/world.ts'
import { notesIn } from '../../collection/imports/notes-in.ts'
import { claimReviews } from '../../export/claimreview/claimreview.ts'
import { ftmLines } from '../../export/ftm/ftm.ts'
import { namesIn } from '../../export/naming/names.ts'
import { stixBundle } from '../../export/stix/stix.ts'
import { webAnnotations } from '../../export/web-annotation/web-annotation.ts'
import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { decisionsOf } from './decide.ts'
import { anchored, importNotes } from './import-notes.ts'
import { openCollection } from './open.ts'
import { refresh } from './refresh.ts'
import { reportOf } from './report.ts'

const report: Report = {
  ...noted(),
  documents: noted().documents.map((one) => ({ ...one, url: `https://news.example/${one.id}` })),
}
const bare = { ...report, annotations: [] }
const taken = (from: Report, text: string) => {
  const found = notesIn(text)
  if ('says' in found) throw new Error(found.says)
  return anchored(from, found.notes, 'notes.json', found.format)
}

describe.each([
  ['STIX 2.1', stixBundle],
  ['FollowTheMoney', ftmLines],
  ['Web Annotation', webAnnotations],
])('what people wrote, given away as %s', (_, write) => {
  const text = [...write(report)].join('')

  it('comes back word for word, on the same things', () => {
    const { decided, refused } = taken(bare, text)
    expect(refused).toEqual([])
    const come = decided.map(({ decision }) => decision)
    expect(come).toHaveLength(5)
    expect(come).toContainEqual({
      kind: 'note',
      on: { kind: 'document', document: 'a1' },
      text: 'Asked the paper for the slide.',
    })
    expect(come).toContainEqual({ kind: 'tag', on: { kind: 'document', document: 'a2' }, text: 'agency' })
    expect(come).toContainEqual(
      expect.objectContaining({ kind: 'note', on: { kind: 'source', source: { name: 'Marta Lind', kind: 'person' } } }),
    )
    const quoted = report.statements.find(({ id }) => id === 'a4-1')
    expect(come).toContainEqual({
      kind: 'note',
      on: {
        kind: 'statement',
        statement: expect.objectContaining({ document: 'a4', quote: quoted?.quote, start: quoted?.start }),
      },
      text: 'Who are these engineers? 🏭 "None" <works> there.',
    })
    expect(come).toContainEqual(
      expect.objectContaining({ on: expect.objectContaining({ kind: 'claim' }), text: 'Wait for the list.' }),
    )
  })

  it('is known where it is still there', () => {
    expect(taken(report, text)).toMatchObject({ decided: [], known: 5, refused: [] })
  })

  it('says from whom it comes', () => {
    expect(taken(bare, text).decided.every(({ reason }) => /^from notes\.json, .* by ana/.test(reason))).toBe(true)
  })

  it('is not found in a collection without these reports, and says so of each', () => {
    const elsewhere = { ...bare, documents: [], sources: [], statements: [], claims: [], derivations: [], findings: [] }
    const people = (report.annotations ?? []).length
    const { decided, refused } = taken(elsewhere, text)
    expect(decided).toEqual([])
    expect(refused.length).toBeGreaterThanOrEqual(people)
    for (const { says } of refused) expect(says).toMatch(/not in this collection|does not say/)
  })
})

it('takes nothing that Headwater made itself for a note', () => {
  expect(taken(bare, [...claimReviews(report)].join(''))).toMatchObject({
    decided: [],
    own: report.claims.length,
    refused: [],
  })
  expect(taken(bare, [...stixBundle(bare)].join(''))).toMatchObject({ decided: [], refused: [] })
})

describe('what others wrote', () => {
  const on = (id: string, more: object = {}) => ({ source: `http://www.news.example/${id}#top`, ...more })
  const quote = (exact: string, prefix = '') => ({ selector: [{ type: 'TextQuoteSelector', exact, prefix }] })
  const annotation = (target: unknown, body: unknown = { type: 'TextualBody', value: 'Look at this.' }) =>
    JSON.stringify({ id: 'https://h.example/1', type: 'Annotation', creator: 'acct:bo@h.example', body, target })
  const decisionOn = (text: string) =>
    taken(bare, text).decided.map(({ decision }) => ('on' in decision ? decision.on : null))
  const refusals = (text: string) => taken(bare, text).refused.map(({ says }) => says)

  it.each([
    ['a page', on('a1'), { kind: 'document', document: 'a1' }],
    [
      'words that are a statement',
      on('a4', quote('has fired at least 400 engineers at its flagship site')),
      { kind: 'statement' },
    ],
    ['words that are none', on('a4', quote('region in the dark')), { kind: 'document', document: 'a4' }],
  ])('is put on %s', (_, target, expected) => {
    expect(decisionOn(annotation(target))).toEqual([expect.objectContaining(expected)])
  })

  it.each([
    ['a page that is not here', on('b9'), /news\.example\/b9.*not in this collection/],
    ['words that do not stand there', on('a1', quote('the dog ate it')), /“the dog ate it” do not stand in a1/],
    ['nothing', undefined, /does not say what it is about/],
  ])('is refused on %s, with the reason', (_, target, says) => {
    expect(refusals(annotation(target))).toEqual([expect.stringMatching(says)])
  })

  it('is refused where it is too long to be a note', () => {
    expect(refusals(annotation(on('a1'), 'x'.repeat(10_001)))).toEqual([expect.stringContaining('too long')])
  })

  it('goes to the place that stands between the same words', () => {
    const text = 'Ek says: Ten left. Lund says: Ten left.'
    const [first, second] = [text.indexOf('Ten left'), text.lastIndexOf('Ten left')]
    const [one] = report.statements
    const twice = {
      ...bare,
      documents: bare.documents.map((document) => (document.id === 'a1' ? { ...document, text } : document)),
      statements: [first, second].flatMap((start) =>
        one ? [{ ...one, id: `a1-${start}`, document: 'a1', start, end: start + 8, quote: 'Ten left' }] : [],
      ),
    }
    const startOf = (prefix: string) => {
      const [{ decision } = {}] = taken(twice, annotation(on('a1', quote('Ten left', prefix)))).decided
      return decision && 'on' in decision && decision.on.kind === 'statement' ? decision.on.statement.start : undefined
    }
    expect([startOf('Ek says: '), startOf('Lund says: ')]).toEqual([first, second])
  })

  it('of a ClaimReview is kept with its rating in its own words, on the claim or the page', () => {
    const review = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://check.example/7',
      author: { '@type': 'Organization', name: 'Check' },
      claimReviewed: 'glass giant Halvar has fired at least 400 engineers',
      reviewBody: 'The works have no engineers.',
      reviewRating: { '@type': 'Rating', alternateName: 'Unsupported' },
      itemReviewed: { '@type': 'Claim', appearance: [{ '@type': 'NewsArticle', url: 'https://news.example/a4' }] },
    }
    const { decided } = taken(bare, JSON.stringify(review))
    expect(decided).toEqual([
      {
        decision: {
          kind: 'note',
          on: { kind: 'statement', statement: expect.objectContaining({ document: 'a4' }) },
          text: expect.stringContaining('Rated by them: “Unsupported”'),
        },
        reason: 'from notes.json, ClaimReview https://check.example/7 by Check',
      },
    ])
  })

  it.each([
    [{ ratingValue: 2, bestRating: 5 }, '2 of 5'],
    [{ ratingValue: '1' }, '1'],
  ])(
    'of a ClaimReview that rates %j is kept with that, on the page where its words are no quotation',
    (rating, said) => {
      const review = {
        '@type': 'ClaimReview',
        '@id': 'urn:x',
        claimReviewed: 'Everybody lost their jobs',
        reviewRating: rating,
        itemReviewed: { appearance: { url: 'https://news.example/a4' } },
      }
      expect(taken(bare, JSON.stringify(review)).decided).toEqual([
        expect.objectContaining({
          decision: {
            kind: 'note',
            on: { kind: 'document', document: 'a4' },
            text: expect.stringContaining(`Rated by them: “${said}”`),
          },
        }),
      ])
    },
  )

  it('is found on a page by whatever of its address has to be escaped', () => {
    const documents = bare.documents.map((one) =>
      one.id === 'a1' ? { ...one, url: 'https://news.example/Halvar_(works)?q={x|y}' } : one,
    )
    for (const address of [
      'https://news.example/Halvar_(works)?q={x|y}',
      'https://news.example/Halvar_(works)?q=%7Bx%7Cy%7D',
    ])
      expect(taken({ ...bare, documents }, annotation(address)).decided).toHaveLength(1)
  })

  it('of a STIX opinion is kept with what it says, on the report it is about', () => {
    const uuid = (n: number) => `0000000${n}-0000-4000-8000-000000000000`
    const objects = [
      { type: 'identity', id: `identity--${uuid(1)}`, name: 'CERT North' },
      { type: 'url', id: `url--${uuid(2)}`, value: 'https://news.example/a2' },
      { type: 'observed-data', id: `observed-data--${uuid(3)}`, object_refs: [`url--${uuid(2)}`] },
      {
        type: 'opinion',
        id: `opinion--${uuid(4)}`,
        created_by_ref: `identity--${uuid(1)}`,
        opinion: 'disagree',
        explanation: 'Copied from a wire.',
        object_refs: [`observed-data--${uuid(3)}`],
      },
    ]
    const { decided } = taken(bare, JSON.stringify({ type: 'bundle', id: `bundle--${uuid(5)}`, objects }))
    expect(decided).toEqual([
      {
        decision: { kind: 'note', on: { kind: 'document', document: 'a2' }, text: 'disagree\nCopied from a wire.' },
        reason: `from notes.json, STIX 2.1 opinion--${uuid(4)} by CERT North`,
      },
    ])
  })

  it.each([
    ['{', /neither JSON nor JSON lines/],
    ['', /neither JSON nor JSON lines/],
    ['{"a": 1}', /none of STIX 2\.1, Web Annotation, ClaimReview, FollowTheMoney/],
    ['{"__proto__": {"type": "bundle"}, "constructor": []}', /none of/],
  ])('is refused as a whole where it is %j', (text, says) => {
    expect(notesIn(text)).toEqual({ says: expect.stringMatching(says) })
  })
})

it('takes nothing for a note that Headwater made where the same report was read otherwise', () => {
  const other = { ...bare, statements: [], claims: [] }
  for (const write of [stixBundle, ftmLines, webAnnotations]) {
    const { decided, own } = taken(other, [...write(bare)].join(''))
    expect(decided).toEqual([])
    expect(own).toBeGreaterThanOrEqual(bare.claims.length)
  }
})

it.each([
  ['STIX notes on one note that has as many references', 'stix'],
  ['STIX notes on one report that has as many addresses', 'observed'],
  ['FollowTheMoney notes on one article that has as many addresses', 'ftm'],
  ['reviews of one claim that appears as often', 'claimreview'],
  ['bodies of an annotation that has as many targets', 'web-annotation'],
] as const)('has no more to look for than a file of so many %s is long', (_, format) => {
  const lookedFor = (many: number): number => {
    const found = notesIn(crowd(format, many))
    if ('says' in found) throw new Error(found.says)
    expect(found.notes.length).toBeGreaterThanOrEqual(many)
    const anchors = new Set(found.notes.flatMap(({ on }) => on))
    return [...anchors].reduce((sum, { ids, urls, digests }) => sum + ids.length + urls.length + digests.length, 0)
  }
  expect(lookedFor(800) / lookedFor(400)).toBeLessThan(2.1)
})

it('takes apart what is wrapped a hundred thousand times', () => {
  const depth = 1e5
  const text = `${'{"type":"AnnotationCollection","first":'.repeat(depth)}{}${'}'.repeat(depth)}`
  expect(notesIn(text)).toEqual({ says: expect.stringMatching(/none of/) })
})

/** Many that each lead to many: what is read of one again for each of the others is never done. */
function crowd(format: 'stix' | 'observed' | 'ftm' | 'claimreview' | 'web-annotation', many: number): string {
  const times = <T>(make: (n: number) => T): readonly T[] => Array.from({ length: many }, (_, n) => make(n))
  const uuid = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`
  const address = (n: number) => `https://b.example/${n}`
  switch (format) {
    case 'stix':
      return JSON.stringify([
        {
          type: 'note',
          id: `note--${uuid(0)}`,
          content: 'x',
          external_references: times((n) => ({ url: address(n) })),
        },
        ...times((n) => ({
          type: 'note',
          id: `note--${uuid(n + 1)}`,
          content: 'y',
          object_refs: [`note--${uuid(0)}`],
        })),
      ])
    case 'observed': {
      const id = `observed-data--${uuid(0)}`
      return JSON.stringify([
        { type: 'observed-data', id, external_references: times((n) => ({ url: address(n) })) },
        ...times((n) => ({ type: 'note', id: `note--${uuid(n + 1)}`, content: 'y', object_refs: times(() => id) })),
      ])
    }
    case 'ftm':
      return JSON.stringify([
        { id: 'a', schema: 'Article', properties: { name: times((n) => `n${n}`), sourceUrl: times(address) } },
        ...times((n) => ({ id: `n${n}`, schema: 'Note', properties: { description: ['x'], entity: ['a'] } })),
      ])
    case 'claimreview':
      return JSON.stringify({
        '@graph': [
          { '@id': '_:c', '@type': 'Claim', appearance: times((n) => ({ url: address(n) })) },
          ...times((n) => ({
            '@id': `_:${n}`,
            '@type': 'ClaimReview',
            reviewBody: 'x',
            itemReviewed: { '@id': '_:c' },
          })),
        ],
      })
    case 'web-annotation':
      return JSON.stringify({
        type: 'Annotation',
        body: times((n) => ({ type: 'TextualBody', value: `x${n}` })),
        target: times(address),
      })
  }
}

it('refuses a note on more things than anybody has in mind, by name', () => {
  const annotation = { id: 'https://h.example/9', type: 'Annotation', creator: 'bo', bodyValue: 'x' }
  const target = Array.from({ length: 101 }, (_, n) => `https://b.example/${n}`)
  const { decided, refused } = taken(bare, JSON.stringify({ ...annotation, target }))
  expect([decided, refused]).toEqual([
    [],
    [
      {
        input: 'notes.json: https://h.example/9',
        code: 'not-found',
        says: expect.stringMatching(/more than 100 things/),
      },
    ],
  ])
})

it('takes no more notes at once than can be looked for', () => {
  const note = (n: number) => ({ id: `n${n}`, schema: 'Note', properties: { description: ['x'], entity: ['a'] } })
  const { refused } = taken(bare, JSON.stringify(Array.from({ length: 20_001 }, (_, n) => note(n))))
  expect(refused).toEqual([{ input: 'notes.json', code: 'too-large', says: expect.stringMatching(/split it/) }])
})

it('keeps in the log no more of what a file calls itself than is read, and nothing that turns it', () => {
  const long = `\u202e\u001b[31m${'x'.repeat(100_000)}`
  const annotation = { id: long, type: 'Annotation', creator: { name: long }, created: long, bodyValue: 'x' }
  const { decided } = taken(bare, JSON.stringify({ ...annotation, target: 'https://news.example/a1' }))
  expect(decided).toHaveLength(1)
  expect(decided[0]?.reason.length).toBeLessThan(700)
  expect(decided[0]?.reason).not.toMatch(/[\u0000-\u001f\u202e]/)
  const { refused } = taken(bare, JSON.stringify({ ...annotation, target: `https://b.example/${long}` }))
  expect(JSON.stringify(refused).length).toBeLessThan(1_000)
})

it.each([
  ['__proto__', '{"type":"Annotation","__proto__":{"creator":"x"},"bodyValue":"x","target":"https://news.example/a1"}'],
  ['constructor', '{"id":"constructor","schema":"Note","properties":{"description":["x"],"entity":["constructor"]}}'],
  [
    'wrong types',
    '{"type":"Annotation","creator":7,"body":[null,7,[],{"value":{}}],"target":[null,7,[[]],{"source":7}]}',
  ],
  ['a STIX id that is none', '{"type":"note","id":["note--1"],"content":{},"object_refs":{"a":1}}'],
])('is not led astray by %s', (_, text) => {
  const found = notesIn(text)
  if ('notes' in found)
    for (const { decision } of anchored(bare, found.notes, 'x', found.format).decided)
      expect(decision.kind).toBe('note')
  expect(({} as { readonly creator?: unknown }).creator).toBeUndefined()
})

it('is found by the digest of the text where the page has no address', () => {
  const [document] = noted().documents
  const uuid = '00000001-0000-4000-8000-000000000000'
  const objects = [
    { type: 'file', id: `file--${uuid}`, hashes: { 'SHA-256': document?.sha256 } },
    { type: 'note', id: `note--${uuid}`, content: 'Seen before.', authors: ['bo'], object_refs: [`file--${uuid}`] },
  ]
  expect(taken({ ...noted(), annotations: [] }, JSON.stringify(objects)).decided).toHaveLength(1)
})

it('names of things do not change for what was written on them', () => {
  expect(namesIn(bare).claim('c1')).toBe(namesIn(report).claim('c1'))
})

describe('headwater decide --import', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'headwater-import-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const at = (name: string) => join(folder, name)
  const counts = async () => {
    const { printed } = await ranWith(['trace', '--collection', at('c.db'), '--json'])
    const { claims, annotations = [] } = JSON.parse(printed) as Report
    return {
      counts: claims.map(({ id, independent, paths, credibility }) => [id, independent, paths, credibility]),
      annotations,
    }
  }

  it('keeps the notes, moves no count, and takes nothing twice', async () => {
    for (const n of [0, 6]) writeFileSync(at(`${n}.txt`), floodReport(n))
    await ranWith(['add', at('0.txt'), at('6.txt'), '--collection', at('c.db')])
    await ranWith(['decide', 'note', 'document:0', 'Ask the brigade.', '--collection', at('c.db')])
    const before = await counts()
    await ranWith(['export', '--format', 'stix', '--out', at('out.stix.json'), '--collection', at('c.db')])
    await ranWith(['add', at('0.txt'), at('6.txt'), '--collection', at('other.db')])
    const first = await ranWith(['decide', '--import', at('out.stix.json'), '--collection', at('other.db')])
    expect(first).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^1 note kept, \d+ made by Headwater itself passed over$/),
    })
    const again = await ranWith(['decide', '--import', at('out.stix.json'), '--collection', at('other.db')])
    expect(again.printed).toMatch(/^0 notes kept, 1 known already/)
    const { printed } = await ranWith(['trace', '--collection', at('other.db'), '--json'])
    const after = JSON.parse(printed) as Report
    expect(after.annotations?.map(({ on, text }) => [on.id, text])).toEqual([['0', 'Ask the brigade.']])
    expect(
      after.claims.map(({ id, independent, paths, credibility }) => [id, independent, paths, credibility]),
    ).toEqual(before.counts)
  })

  it('takes a file twice at a time but once, and writes all of it or nothing', async () => {
    writeFileSync(at('0.txt'), floodReport(0))
    await ranWith(['add', at('0.txt'), '--collection', at('c.db')])
    const store = await openCollection(at('c.db'))
    const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
    try {
      await refresh(store, acting)
      const here = await reportOf(store)
      const uuid = namesIn(here).document(here.documents[0]?.id ?? '')
      const file = JSON.stringify(
        ['One.', 'Two.', 'Three \ud800.'].map((value) => ({
          type: 'Annotation',
          creator: 'bo',
          body: { type: 'TextualBody', value },
          target: `urn:uuid:${uuid}`,
        })),
      )
      const bytes = new TextEncoder().encode(file)
      let lines = 0
      const failing: Store = {
        ...store,
        write: (work) =>
          store.write((writing) =>
            work({
              ...writing,
              addLine: (fact) => (lines++ < 2 ? writing.addLine(fact) : Promise.reject(new Error('the disk is full'))),
            }),
          ),
      }
      await expect(importNotes(failing, here, 'x.json', bytes, acting)).rejects.toThrow('the disk is full')
      expect(await decisionsOf(store)).toEqual([])
      expect(await importNotes(store, here, 'x.json', bytes, acting)).toMatchObject({ kept: 3, known: 0 })
      // The answers do not know yet.
      expect(await importNotes(store, here, 'x.json', bytes, acting)).toMatchObject({ kept: 0, known: 3 })
      expect(await importNotes(store, here, 'x.json', new Uint8Array(100e6 + 1), acting)).toMatchObject({
        refused: [{ code: 'too-large', says: expect.stringMatching(/split it/) }],
      })
      const kept = await decisionsOf(store)
      expect(kept).toHaveLength(3)
      expect(JSON.stringify(kept)).not.toMatch(/\\ud800/)
    } finally {
      await store.close()
    }
  })

  it('ends with 1 where something was refused, and names it', async () => {
    writeFileSync(at('0.txt'), floodReport(0))
    await ranWith(['add', at('0.txt'), '--collection', at('c.db')])
    writeFileSync(at('bad.json'), '{"a": 1}')
    const { code, told } = await ranWith(['decide', '--import', at('bad.json'), '--collection', at('c.db')])
    expect(code).toBe(1)
    expect(told).toContain('none of STIX 2.1')
  })
})
