import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestServer } from '../../test/fixtures/test-server.ts'
import { openCollection } from '../app/collection/open.ts'
import type { OpenCollection } from '../app/workbench/desks.ts'
import { collection, decided, job } from './schemas.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-several-'))
const row = z.object({ name: z.string(), documents: z.int(), captures: z.int(), alerts: z.int(), role: z.string() })
let server: TestServer
let opened: readonly OpenCollection[]
beforeAll(async () => {
  const places = ['Harbour desk.db', 'north/harbour-desk.db', 'quay.db'].map((name) => join(folder, name))
  opened = await Promise.all(places.map(async (place) => ({ place, store: await openCollection(place) })))
  server = await openTestServer([], { collections: opened })
})
afterAll(async () => {
  await server.close()
  for (const { store } of opened) await store.close()
  rmSync(folder, { recursive: true })
})

const api = (name: string, path = ''): string => `/api/v1/collections/${name}${path}`
const posted = (path: string, value: unknown): Promise<Response> =>
  server.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

describe('several collections', () => {
  it('are listed by plain names, each its own', async () => {
    const rows = z.array(row).parse(await (await server.ask('/api/v1/collections')).json())
    expect(rows.map(({ name, role }) => [name, role])).toEqual([
      ['harbour-desk', 'admin'],
      ['harbour-desk-2', 'admin'],
      ['quay', 'admin'],
    ])
  })

  it('know nothing of each other: what is added, decided and followed is in one of them only', async () => {
    const text = { text: 'The harbour office of Kelda said 3 bridges were closed.', publisher: 'Kelda Post' }
    const taken = z.object({ job: z.string() }).parse(await (await posted(api('quay', '/inputs'), { text })).json())
    for (let state = 'running'; state === 'running'; ) {
      state = job.parse(await (await server.ask(api('quay', `/jobs/${taken.job}`))).json()).state
      await new Promise((rested) => setTimeout(rested, 20))
    }
    expect((await server.ask(api('harbour-desk', `/jobs/${taken.job}`))).status).toBe(404)
    await posted(api('harbour-desk', '/follows'), { address: 'https://courier.example/feed' })
    const decision = { kind: 'grade', source: { name: 'Harbour office' }, letter: 'B', reason: 'usually right' }
    decided.parse(await (await posted(api('harbour-desk-2', '/decisions'), { decision })).json())
    const counted = await Promise.all(
      ['harbour-desk', 'harbour-desk-2', 'quay'].map(async (name) => {
        const { counts } = collection.parse(await (await server.ask(api(name))).json())
        const [follows, decisions] = await Promise.all(
          ['/follows', '/decisions'].map(async (path) => {
            const list = (await (await server.ask(api(name, path))).json()) as
              | readonly unknown[]
              | { readonly total: number }
            return 'total' in list ? list.total : list.length
          }),
        )
        return [counts.documents, follows, decisions]
      }),
    )
    expect(counted).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ])
  })

  it.each(['nothing', 'quay%2F..%2Fharbour-desk', 'Quay', '', '..'])('has none that is called "%s"', async (name) => {
    const answer = await server.raw(api(name, '/documents'), {
      host: `127.0.0.1:${server.port}`,
      authorization: 'Bearer a-token-for-tests-only-0123456789',
    })
    expect(answer.status).toBe(404)
  })
})
