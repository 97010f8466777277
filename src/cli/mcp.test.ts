import { afterAll, expect, it } from 'vitest'
import { temporaryCollection } from '../../test/fixtures/temporary-collection.ts'
import { ranWith } from '../../test/fixtures/world.ts'

const kept = temporaryCollection()
afterAll(() => kept.remove())

it.each([
  [['--port', '4127'], '--port and --token are for --http'],
  [['--token', 'a-token-for-tests-only'], '--port and --token are for --http'],
  [['--http', '--port', '70000'], '--port wants a number'],
  [['--http', '--token', 'short'], '--token wants 16'],
  [['--allow-private'], '--allow-private is for --web'],
])('says what is wrong with %j', async (words, says) => {
  expect(await ranWith(['mcp', '--write', '--collection', kept.place, ...words])).toMatchObject({
    code: 2,
    told: expect.stringContaining(says),
  })
})

it('makes no collection of a name that was mistyped, when it may only look', async () => {
  const missing = `${kept.place}-mistyped`
  expect(await ranWith(['mcp', '--http', '--collection', missing])).toMatchObject({ code: 3 })
})

it('prints where it is asked over HTTP, and the header with the token', async () => {
  const { code, lines } = await ranWith(['mcp', '--write', '--http', '--collection', kept.place])
  expect(code).toBe(0)
  expect(lines).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/),
    expect.stringMatching(/^Authorization: Bearer [\w-]{40,}$/),
  ])
})
