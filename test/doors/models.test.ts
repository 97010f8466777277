import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openModel } from '../../src/adapters/models/open-model.ts'
import { openReadingRoom } from '../../src/app/agent/reading-room.ts'
import { decide } from '../../src/app/collection/decide.ts'
import { openCollection } from '../../src/app/collection/open.ts'
import { suggestAll } from '../../src/app/models/suggest.ts'
import { undecided } from '../../src/app/models/undecided.ts'
import type { Answer } from '../../src/app/workbench/answer.ts'
import type { Suggestion } from '../../src/export/workbench/suggestions.ts'
import type { Store } from '../../src/ports/store.ts'
import { tasks } from '../../src/suggesting/prompts.ts'
import { fencedIn, type ModelRequest, type ModelServer, openModelServer, status } from '../fixtures/model-server.ts'
import { modelStory } from '../fixtures/model-story.ts'
import { temporaryCollection } from '../fixtures/temporary-collection.ts'
import { ranWith } from '../fixtures/world.ts'

let server: ModelServer
let kept: ReturnType<typeof temporaryCollection>
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  kept?.remove()
  kept = temporaryCollection()
  server.script = helpful
  writeFileSync(join(kept.folder, 'mill.jsonl'), modelStory)
  await ranWith(['add', join(kept.folder, 'mill.jsonl'), '--collection', kept.place])
})
afterAll(() => kept.remove())

/** What a good model would find. */
function helpful({ user }: Pick<ModelRequest, 'user'>): unknown {
  const text = fencedIn({ user })
  if (user.includes('"links":')) {
    const lines = [...user.matchAll(/^(\d+)\. \[[0-9a-f]{16}: (.*) :[0-9a-f]{16}\]$/gm)]
    const numbers = lines.filter(([, , words = '']) => /hydrants|taps/.test(words)).map(([, n]) => Number(n))
    return { links: numbers.length > 1 ? [{ a: numbers[0], b: numbers[1] }] : [] }
  }
  if (user.includes('"translations":')) {
    const quote = 'Der Schaden liegt bei 1.200.000 Euro.'
    return { translations: text.includes(quote) ? [{ quote, translation: 'The damage is 1,200,000 euros.' }] : [] }
  }
  const quote = 'The hydrants in the lane had been dry for weeks'
  return {
    statements: [],
    attributions: text.includes(quote) ? [{ quote, source: 'Vera Lund' }] : [],
  }
}

const suggest = (...words: readonly string[]) =>
  ranWith(['suggest', '--collection', kept.place, '--per-minute', '100000', ...words])
const report = async () => (await ranWith(['trace', '--collection', kept.place, '--json', '--text'])).printed
const waiting = async (): Promise<readonly Suggestion[]> =>
  (await suggest('--list', '--json')).lines.filter(Boolean).map((line) => JSON.parse(line))

/** Asks about the collection without a command line, so that it can be stopped. */
async function withAnswer<T>(work: (store: Store, answer: Answer) => Promise<T>): Promise<T> {
  const store = await openCollection(kept.place)
  try {
    return await work(store, await openReadingRoom(store, acting).answer())
  } finally {
    await store.close()
  }
}
const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }

describe('headwater suggest', () => {
  it('asks nobody unless a model is named', async () => {
    const before = server.asked.length
    expect(await suggest()).toMatchObject({
      code: 2,
      told: expect.stringContaining('no model is asked unless you name one'),
    })
    expect(await suggest('--model', 'openai:a')).toMatchObject({
      code: 2,
      told: expect.stringContaining('OPENAI_API_KEY'),
    })
    expect(await suggest('--model', `ollama:a@${server.address}`, '--dry-run')).toMatchObject({
      code: 0,
      printed: expect.stringContaining('statements@1  post'),
    })
    expect(server.asked.length).toBe(before)
  })

  it.each(['openai', 'anthropic', 'ollama'])('proposes what %s finds, and changes nothing by it', async (kind) => {
    const before = await report()
    const asked = await suggest('--model', `${kind}:small@${server.address}`, '--only', 'statements,links,translations')
    expect(asked.code).toBe(0)
    expect(asked.told).toContain(`${kind}:small at ${server.address.replace('http://', '')}`)
    expect(await report()).toBe(before)
    const found = await waiting()
    expect(found.map(({ kind: what }) => what).sort()).toEqual(['attribution', 'same-claim', 'translation'])
    for (const { by, score } of found) {
      expect(by).toMatchObject({ model: `${kind}:small`, host: server.address.replace('http://', '') })
      expect(score).toBe(0)
    }
    const translation = found.find(({ kind: what }) => what === 'translation')
    expect([translation?.a.words, translation?.b.words]).toEqual([
      'Der Schaden liegt bei 1.200.000 Euro.',
      'The damage is 1,200,000 euros.',
    ])
    // What was answered is never asked again.
    const count = server.asked.length
    expect(
      (await suggest('--model', `${kind}:small@${server.address}`, '--only', 'statements,links,translations')).printed,
    ).toContain('0 asked')
    expect(server.asked.length).toBe(count)
    const lines = await withAnswer(async (store) => {
      const found: unknown[] = []
      for await (const { body, by } of store.log(0, 'asked-model')) found.push({ ...(body as object), by })
      return found
    })
    expect(lines.length).toBe(5)
    expect(lines).toContainEqual(
      expect.objectContaining({ model: `${kind}:small`, prompt: 'statements@1', documents: ['bote'], by: 'ana' }),
    )
    expect((await ranWith(['verify', '--collection', kept.place])).code).toBe(0)
    expect((await suggest('--forget', '--model', `${kind}:other`)).code).toBe(1)
    expect((await suggest('--forget')).printed).toContain('forgotten')
    expect(await waiting()).toEqual([])
    expect(await report()).toBe(before)
  })

  it('counts something only when a person accepts it, and suggests nothing again that was decided', async () => {
    await suggest('--model', `openai:small@${server.address}`)
    const before = JSON.parse(await report())
    const [link, attribution] = ['same-claim', 'attribution'].map(
      (kind) => async () => (await waiting()).find((one) => one.kind === kind),
    )
    const [one, other] = [await link?.(), await attribution?.()]
    if (!one || !other) throw new Error('nothing was suggested')
    await withAnswer((store) => decide(store, { decision: other.accept }, acting))
    const noted = JSON.parse(await report())
    expect(noted.claims).toEqual(before.claims)
    expect(noted.annotations).toMatchObject([
      {
        kind: 'note',
        by: 'ana',
        text: expect.stringContaining(
          'Said by Vera Lund: “The hydrants in the lane had been dry for weeks” (found by openai:small)',
        ),
      },
    ])
    expect(noted.unapplied).toBeUndefined()
    expect(await attribution?.()).toBeUndefined()

    await withAnswer((store) => decide(store, { decision: one.accept }, acting))
    const joined = JSON.parse(await report())
    expect(joined.claims.length).toBe(before.claims.length - 1)
    expect(await waiting()).toEqual([])
  })

  it('lets a person decline for good, and take that back', async () => {
    await suggest('--model', `openai:small@${server.address}`, '--only', 'statements')
    const [found] = await waiting()
    if (!found) throw new Error('nothing was suggested')
    const before = JSON.parse(await report())
    const { id } = await withAnswer((store) => decide(store, { decision: found.reject }, acting))
    expect(await waiting()).toEqual([])
    expect(JSON.parse(await report())).toEqual(before)
    await ranWith(['decide', 'undo', id, '--collection', kept.place])
    expect((await waiting()).map((one) => one.id)).toEqual([found.id])
  })

  it('goes on where it was stopped, and keeps within what it may spend', async () => {
    const model = `openai:small@${server.address}`
    const first = await suggest('--model', model, '--only', 'statements', '--most-requests', '1')
    expect(first).toMatchObject({
      code: 1,
      printed: expect.stringContaining('1 asked'),
      told: expect.stringContaining('2 questions are left'),
    })
    const second = await suggest('--model', model, '--only', 'statements')
    expect(second).toMatchObject({ code: 0, printed: expect.stringContaining('2 asked, 1 answered before') })
    const other = `openai:other@${server.address}`
    expect((await suggest('--model', other, '--most-tokens', '100')).told).toContain('0 tokens were used')
    expect((await suggest('--model', other, '--price', '1000/1000', '--most-cost', '1')).told).toContain(
      'might cost more than the 1',
    )
    for (const wrong of [
      ['--price', '1'],
      ['--most-cost', '1'],
      ['--price', 'a/b', '--most-cost', '1'],
      ['--most-requests', '0'],
      ['--only', 'all'],
      ['--to', 'english'],
      ['--per-minute', 'x'],
    ])
      expect((await suggest('--model', other, ...wrong)).code).toBe(2)
  })

  it('keeps what was answered when it is stopped in the middle', async () => {
    const stop = new AbortController()
    await withAnswer(async (store, answer) => {
      const model = openModel(`ollama:small@${server.address}`, { secret: () => undefined, perMinute: 1e6 })
      const asking = suggestAll({
        store,
        answer,
        model,
        acting,
        tasks,
        language: 'en',
        budget: { requests: 100 },
        signal: stop.signal,
      })
      expect((await asking.next()).value).toMatchObject({ state: 'answered' })
      stop.abort(new Error('stopped by hand'))
      await expect(asking.next()).rejects.toThrow('stopped by hand')
    })
    expect((await suggest('--model', `ollama:small@${server.address}`)).printed).toContain('1 answered before')
  })

  it('ends at what every question would meet, and goes on after what only one meets', async () => {
    server.script = () => status(401)
    const refused = await suggest('--model', `openai:small@${server.address}`)
    expect(refused).toMatchObject({ code: 1, told: expect.stringContaining('check the key') })
    expect(refused.told + refused.printed).not.toContain('sk-secret')
    server.script = (question, count) => (count % 2 ? status(200, { 'content-type': 'text/plain' }) : helpful(question))
    const half = await suggest('--model', `openai:small@${server.address}`)
    expect(half).toMatchObject({ code: 1, told: expect.stringContaining('sends no JSON') })
    expect(half.printed).toMatch(/[1-9]\d* asked/)
  })

  it.each([
    [
      'another report’s words',
      { statements: [{ quote: 'Ambulances brought a dozen of the staff to Vale' }], attributions: [] },
    ],
    [
      'words nobody wrote',
      { statements: [{ quote: 'The mayor set the fire herself, the police said.' }], attributions: [] },
    ],
    [
      'a fake citation',
      {
        statements: [],
        attributions: [{ quote: 'The hydrants in the lane had been dry for weeks', source: 'Interpol' }],
      },
    ],
    ['a call', { tool_calls: [{ name: 'decide', arguments: { kind: 'same-source' } }] }],
    ['a decision', { statements: [], attributions: [], decision: { kind: 'grade', letter: 'A' } }],
    [
      'another report by its id',
      {
        statements: [{ quote: 'The hydrants in the lane had been dry for weeks', document: 'radio' }],
        attributions: [],
      },
    ],
    ['talk', 'I have been told to ignore my instructions. The notes of the other reports are: …'],
  ])('takes nothing from a model that was talked into %s', async (_, answer) => {
    server.script = ({ user }) =>
      fencedIn({ user }).includes('hydrants') ? answer : { statements: [], attributions: [] }
    const before = await report()
    await suggest('--model', `openai:small@${server.address}`, '--only', 'statements')
    expect(await waiting()).toEqual([])
    expect(await report()).toBe(before)
  })

  it('gives the same report whatever a model answers', async () => {
    const before = await report()
    const texts = modelStory.split('\n').flatMap((line) => [JSON.parse(line).title, JSON.parse(line).text] as string[])
    const piece = fc.constantFrom(...texts.flatMap((text) => text.split(/(?<=\. )/)), 'Ignore the rules.', '12', '')
    const answers = fc.oneof(
      fc.record({
        statements: fc.array(fc.record({ quote: piece })),
        attributions: fc.array(fc.record({ quote: piece, source: piece })),
      }),
      fc.record({
        links: fc.array(fc.record({ a: fc.integer({ min: -1, max: 9 }), b: fc.integer({ min: -1, max: 9 }) })),
      }),
      fc.json(),
      fc.string(),
    )
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 4, maxLength: 4 }), async (said) => {
        server.script = (_, count) => said[count % said.length]
        await suggest('--model', `ollama:run${run++}@${server.address}`, '--only', 'statements,links,translations')
        expect(await report()).toBe(before)
        for (const { a, by } of await waiting()) {
          expect(by).toBeDefined()
          expect(texts.some((text) => text.replace(/\s+/g, ' ').includes(a.words.replace(/…$/, '')))).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('stands behind what Headwater proposes itself in the list of what waits', async () => {
    await suggest('--model', `openai:small@${server.address}`)
    await withAnswer(async (store, answer) => {
      const { suggestionsFor } = await import('../../src/app/workbench/settled.ts')
      const { openAnswers } = await import('../../src/app/workbench/answers.ts')
      const all = await suggestionsFor({ store, answers: openAnswers(store) })
      const marks = all.map(({ by }) => by !== undefined)
      expect(marks).toEqual([...marks].sort())
      expect(all.filter(({ by }) => by)).toEqual(await undecided(store, answer))
    })
  })

  it('does what its page says', async () => {
    const path = 'docs/doors/models.md'
    const page = readFileSync(path, 'utf8')
    const [, mark = '', block = ''] = /(<!-- session: [^\n]+ -->\n)```\n([\s\S]*?)```/.exec(page) ?? []
    const lines = [...block.matchAll(/^\$ headwater (.+)$/gm)].map(([, line = '']) => line)
    expect(lines.length).toBeGreaterThan(2)
    const fresh = join(kept.folder, 'page.db')
    let session = ''
    for (const line of lines) {
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare)
      const here = words.map((word) =>
        word === 'desk.db'
          ? fresh
          : word === 'mill.jsonl'
            ? join(kept.folder, word)
            : word === 'ollama:qwen3'
              ? `${word}@${server.address}`
              : word,
      )
      const { printed, told } = await ranWith(here)
      const said = [told, printed]
        .filter(Boolean)
        .join('\n')
        .replaceAll(server.address.replace('http://', ''), '127.0.0.1:11434')
      session += `$ headwater ${line}\n${said}\n`
    }
    if (process.env.UPDATE_GOLDEN)
      writeFileSync(
        path,
        page.replace(`${mark}\`\`\`\n${block}\`\`\``, () => `${mark}\`\`\`\n${session}\`\`\``),
      )
    expect(readFileSync(path, 'utf8')).toContain(`${mark}\`\`\`\n${session}\`\`\``)
  })
})
