import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptModelAnswer } from '../collection/model-answer.ts'
import { type Proposal, proposalsIn } from './proposals.ts'

const text =
  'Mill burns\n\nThe mill burnt down and 12 workers were hurt, Mayor Ana Ruiz said. Nobody had checked it.\nBaker Olle Brandt lives next door. Der Schaden liegt bei 1.200.000 Euro.\nSecret of the next part.'
const end = text.indexOf('Secret')

const asked = (version: string, answer: unknown) =>
  proposalsIn(
    {
      prompt: { version, sha256: '' },
      subject: { kind: 'text', document: 'a', sha256: 'x', start: 0, end },
      answer: typeof answer === 'string' ? answer : JSON.stringify(answer),
    },
    (document, sha256) => (document === 'a' && sha256 === 'x' ? text : undefined),
  )

const words = (proposal: Proposal): string => ('quote' in proposal ? proposal.quote.quote : '')

describe('statements and who says them', () => {
  it('are words of the text, in their place', () => {
    const { proposals, dropped } = asked('statements@1', {
      statements: [{ quote: 'Nobody had checked it.' }],
      attributions: [{ quote: 'The mill burnt down and 12 workers were hurt', source: 'Mayor Ana Ruiz' }],
    })
    expect(dropped).toBe(0)
    expect(proposals.map((one) => [one.kind, words(one), 'source' in one ? one.source.quote : ''])).toEqual([
      ['statement', 'Nobody had checked it.', ''],
      ['attribution', 'The mill burnt down and 12 workers were hurt', 'Mayor Ana Ruiz'],
    ])
  })

  it.each([
    ['other words', { quote: 'Nobody ever checked it at all.' }],
    ['other letters', { quote: 'nobody had checked it.' }],
    ['another figure', { quote: 'The mill burnt down and 13 workers were hurt' }],
    ['words of a part that was not sent', { quote: 'Secret of the next part.' }],
    ['too few words', { quote: 'checked it' }],
    ['nothing', { quote: '' }],
    ['two places joined', { quote: 'The mill burnt down. Baker Olle Brandt lives next door.' }],
  ])('are dropped where they are %s', (_, statement) => {
    expect(asked('statements@1', { statements: [statement], attributions: [] })).toEqual({ proposals: [], dropped: 1 })
  })

  it.each(['Olle Brandt', 'Mayor Ana Rui z', 'the police', 'https://evil.example/', ''])(
    'are dropped where “%s” is not named in the paragraph',
    (source) => {
      const quote = 'The mill burnt down and 12 workers were hurt'
      expect(asked('statements@1', { statements: [], attributions: [{ quote, source }] }).proposals).toEqual([])
    },
  )

  it.each([
    ['words around it', 'Here you are: {"statements": [], "attributions": []}'],
    ['a list', '[]'],
    ['nothing', ''],
    ['a call', { tool: 'add', arguments: {} }],
    ['another document', { statements: [{ quote: 'Nobody had checked it.', document: 'b' }], attributions: [] }],
    ['a decision', { statements: [], attributions: [], accept: { kind: 'same-source' } }],
    ['a proto', '{"statements": [], "attributions": [], "__proto__": {"x": 1}}'],
    ['a number for words', { statements: [{ quote: 12 }], attributions: [] }],
    ['half of it', { statements: [] }],
  ])('are none where the answer is %s', (_, answer) => {
    expect(asked('statements@1', answer)).toEqual({
      proposals: [],
      dropped: 0,
      says: expect.stringContaining('asked for'),
    })
  })

  it('are read out of a code block, which many models cannot help', () => {
    const json = '{"statements": [{"quote": "Nobody had checked it."}], "attributions": []}'
    expect(asked('statements@1', `\`\`\`json\n${json}\n\`\`\``).proposals.length).toBe(1)
  })

  it.each([
    ['line ends', '\n'],
    ['blanks', ' '],
    ['fences', '```\n'],
  ])('take no longer where a model writes %s for ever', (_, end) => {
    const begun = performance.now()
    const answer = `\`\`\`json\n{"statements": [], "attributions": []}${end.repeat(100_000)}`
    for (const one of [answer, `${answer}x`, `${answer}\`\`\``]) asked('statements@1', one)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('are never more than a person could look at', () => {
    const statements = Array.from({ length: 10_000 }, () => ({ quote: 'Nobody had checked it.' }))
    expect(asked('statements@1', { statements, attributions: [] })).toMatchObject({
      proposals: { length: 1 },
      dropped: 9_999,
    })
  })

  it('are not looked for in another text than was sent', () => {
    const kept: Pick<KeptModelAnswer, 'prompt' | 'subject' | 'answer'> = {
      prompt: { version: 'statements@1', sha256: '' },
      subject: { kind: 'text', document: 'a', sha256: 'older', start: 0, end },
      answer: '{"statements": [{"quote": "Nobody had checked it."}], "attributions": []}',
    }
    expect(proposalsIn(kept, () => undefined)).toMatchObject({
      proposals: [],
      says: expect.stringContaining('another text'),
    })
  })

  it('stand in the text, whatever a model answers', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b))),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece), { maxLength: 6 }), fc.boolean(), (pairs, isOther) => {
        const answer = isOther
          ? { translations: pairs.map(([quote, translation]) => ({ quote, translation })) }
          : {
              statements: pairs.map(([quote]) => ({ quote })),
              attributions: pairs.map(([quote, source]) => ({ quote, source })),
            }
        for (const one of asked(isOther ? 'translations@1' : 'statements@1', answer).proposals) {
          const spans = [...('quote' in one ? [one.quote] : []), ...('source' in one ? [one.source] : [])]
          for (const span of spans) {
            expect(text.slice(span.start, span.end)).toBe(span.quote)
            expect(span.end).toBeLessThanOrEqual(end)
          }
          expect('document' in one && one.document).toBe('a')
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('translations', () => {
  const quote = 'Der Schaden liegt bei 1.200.000 Euro.'
  it.each([
    ['The damage is 1,200,000 euros.', true],
    ['The damage is 1 200 000 euros.', true],
    ['The damage is 1.2 million euros.', false],
    ['The damage is 1,300,000 euros.', false],
    ['The damage is 1,200,000 euros, of 2 mills.', false],
    ['The damage is large.', false],
    ['', false],
    [`The damage is 1,200,000 euros.${' and so on'.repeat(40)}`, false],
  ])('“%s” is kept: %s', (translation, isKept) => {
    const { proposals } = asked('translations@1', { translations: [{ quote, translation }] })
    expect(proposals.length).toBe(isKept ? 1 : 0)
  })

  it('show nothing that a person cannot see', () => {
    const { proposals } = asked('translations@1', {
      translations: [{ quote, translation: 'The damage\u202E is\u{E0041} 1,200,000\neuros.' }],
    })
    expect(proposals[0]).toMatchObject({ translation: 'The damage is 1,200,000 euros.', quote: { quote } })
  })
})

describe('links', () => {
  const statements = ['one', 'two', 'three'].map((quote, n) => ({
    document: `d${n}`,
    quote,
    start: 0,
    end: quote.length,
  }))
  const linked = (links: unknown) =>
    proposalsIn(
      {
        prompt: { version: 'links@1', sha256: '' },
        subject: { kind: 'statements', statements },
        answer: JSON.stringify({ links }),
      },
      () => undefined,
    )

  it('are pairs of what was numbered, each once', () => {
    const { proposals, dropped } = linked([
      { a: 1, b: 3 },
      { a: 3, b: 1 },
      { a: 2, b: 2 },
      { a: 0, b: 1 },
      { a: 1, b: 4 },
      { a: -1, b: 9e9 },
    ])
    expect(proposals).toEqual([{ kind: 'link', a: statements[0], b: statements[2] }])
    expect(dropped).toBe(5)
  })

  it.each([[[{ a: 1.5, b: 2 }]], [[{ a: '1', b: 2 }]], [[{ a: 1, b: 2, document: 'x' }]], ['all']])(
    '%j is no answer',
    (links) => {
      expect(linked(links).says).toContain('form')
    },
  )
})
