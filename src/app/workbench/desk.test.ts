import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { openSqlStore } from '../../adapters/store/sql-store.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import type { Alert } from '../../collection/alerts.ts'
import type { Messenger } from '../../ports/messenger.ts'
import { type Desk, openDesk } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-desk-'))
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

const alert = {
  at: '2026-02-03T00:00:00.000Z',
  kind: 'edited',
  about: 'a',
  says: 'It was edited.',
  evidence: [],
} as const

async function deskWith(messengers: readonly Messenger[], alerted?: () => Promise<void>): Promise<Desk> {
  const place = join(folder, 'c.db')
  const store = await openSqlStore(await openSqlite(place))
  open.push(store)
  const acting = { by: 'ana', now: () => new Date().toISOString() }
  const desk = await openDesk({
    name: 'c',
    store,
    place,
    acting,
    messengers,
    every: 20,
    ...(alerted ? { alerted } : {}),
  })
  open.push(desk)
  return desk
}

it('brings every alert once, whichever of several processes raised it, and none from before', async () => {
  const sent: number[] = []
  const messenger: Messenger = {
    to: 'webhook desk.example',
    send: async ({ number }: Alert) => {
      sent.push(number)
      await new Promise((rested) => setTimeout(rested, 5))
      return undefined
    },
  }
  const alerted = vi.fn(async () => undefined)
  const early = await deskWith([])
  await early.store.write((writing) => writing.addAlert(alert))
  const desks = [await deskWith([messenger], alerted), await deskWith([messenger])]
  for (const { store } of desks) await store.write((writing) => writing.addAlert(alert))
  await vi.waitFor(() => expect(sent).toHaveLength(2), { timeout: 5_000 })
  await new Promise((rested) => setTimeout(rested, 120))
  expect(sent).toEqual([2, 3])
  expect(alerted).toHaveBeenCalled()
})
