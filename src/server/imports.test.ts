import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestServer } from '../../test/fixtures/test-server.ts'
import { decisionRow, imported, list, pageOf } from './schemas.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(['examples/tank-seven'])
}, 120_000)
afterAll(() => server.close())

const page = 'https://iberiawire.example/2025/04/06/porto-salgueiro-ammonia'
const note = (value: string, target = page): object => ({
  type: 'Annotation',
  id: `https://notes.example/${value.length}`,
  creator: { name: 'Rosa' },
  body: { type: 'TextualBody', value },
  target,
})
const form = (...files: readonly (readonly [name: string, text: string])[]): FormData => {
  const made = new FormData()
  for (const [name, text] of files) made.append('files', new File([text], name))
  return made
}
const handedIn = (body: FormData): Promise<Response> => server.ask(`${server.api}/imports`, { method: 'POST', body })
const taken = async (answer: Response) => {
  expect(answer.status).toBe(200)
  return z.object({ imports: list(imported) }).parse(await answer.json()).imports
}
const notes = async () =>
  (await server.json('/decisions?limit=500', pageOf(decisionRow))).items.filter(
    ({ decision }) => decision?.kind === 'note',
  )

describe('notes of other programs, handed in', () => {
  it('are taken with what was refused and why, each file for itself, and once', async () => {
    const files = () =>
      form(
        ['rosa.json', JSON.stringify([note('Asked the authority.'), note('Elsewhere.', 'https://b.example/')])],
        ['../../etc/x\u0000.json', '{'],
      )
    expect(await taken(await handedIn(files()))).toEqual([
      {
        input: 'rosa.json',
        format: 'Web Annotation',
        kept: 1,
        known: 0,
        own: 0,
        refused: [
          {
            input: 'rosa.json: https://notes.example/10',
            code: 'not-found',
            says: expect.stringMatching(/b\.example.*not in this collection/),
          },
        ],
      },
      {
        input: expect.not.stringContaining('..'),
        format: null,
        kept: 0,
        known: 0,
        own: 0,
        refused: [expect.objectContaining({ code: 'unsupported' })],
      },
    ])
    // Whether or not the answers know of it yet.
    expect((await taken(await handedIn(files())))[0]).toMatchObject({ kept: 0, known: 1 })
    const [kept, ...more] = await notes()
    expect(more).toEqual([])
    expect(kept).toMatchObject({
      by: 'ana',
      decision: { kind: 'note', on: { kind: 'document' }, text: 'Asked the authority.' },
      reason: 'from rosa.json, Web Annotation https://notes.example/20 by Rosa',
    })
  })

  it('that came with an export of ours are the same as before', async () => {
    const stix = await (await server.ask(`${server.api}/export/stix`)).text()
    const [found] = await taken(await handedIn(form(['out.stix.json', stix])))
    expect(found).toMatchObject({ format: 'STIX 2.1', kept: 0, refused: [] })
    expect(found?.own).toBeGreaterThan(10)
  })

  it.each([
    ['an empty form', () => handedIn(form()), 400],
    [
      'no form',
      () =>
        server.ask(`${server.api}/imports`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data' },
          body: 'x',
        }),
      400,
    ],
    [
      'plain text',
      () =>
        server.ask(`${server.api}/imports`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }),
      415,
    ],
    ['a file that is too large', () => handedIn(form(['big.json', ' '.repeat(33 * 1024 * 1024)])), 413],
    ['JSON that is too large', () => server.post('/imports', { name: 'x', text: ' '.repeat(1024 * 1024) }), 413],
    ['too many files', () => handedIn(form(...Array.from({ length: 2_001 }, (_, n) => [`${n}`, '{}'] as const))), 413],
  ])('are refused as %s', async (_, ask, status) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })
})
