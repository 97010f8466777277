import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, openedOf } from '../../../test/fixtures/reports.ts'
import { command } from '../../adapters/messengers/command.ts'
import { webhook } from '../../adapters/messengers/webhook.ts'
import type { Messenger } from '../../ports/messenger.ts'
import type { Store } from '../../ports/store.ts'
import { deliver, dispatch } from './deliver.ts'
import { openCollection } from './open.ts'
import { follow, type Look, lookOnce, unfollow, watch } from './watch.ts'

const feed = 'https://mayo.example/feed'
let folder = ''
let store: Store
let clock = 0
let told: string[] = []
const now = () => new Date(clock).toISOString()
const acting = { by: 'ana', now }
const minutes = (n: number) => {
  clock += n * 60_000
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-watch-'))
  store = await openCollection(join(folder, 'c.db'))
  clock = Date.UTC(2026, 1, 2, 6, 30)
  told = []
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** A web of one address, whose text a test changes. */
function webOf(text: () => string | undefined): { readonly look: Look; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    look: async (address, { etag }) => {
      const now = text()
      asked.push(`${address} ${etag ?? ''}`.trim())
      if (now === undefined) return { input: address, code: 'timed-out' as 'unreadable', says: 'no answer came' }
      if (etag === `"${now.length}"`) return 'unchanged'
      return { opened: each(openedOf(address, now, { url: address })), etag: `"${now.length}"`, lastModified: null }
    },
  }
}

const watching = (look: Look, messengers: readonly Messenger[] = []) => ({
  store,
  acting,
  look,
  messengers,
  tell: (says: string) => void told.push(says),
  sleep: async () => false,
})

const story = (houses: number) =>
  `Flood in Mayo\n\nFlood water destroyed ${houses} houses in Mayo on Monday, the Mayo fire brigade said. The lower town was empty.`

describe('following an address', () => {
  it('looks when it is due, asks only for what changed, and remembers over a restart', async () => {
    const web = webOf(() => story(40))
    await follow(store, feed, '15 minutes', acting)
    await lookOnce(watching(web.look))
    await lookOnce(watching(web.look))
    expect(web.asked).toEqual([feed])
    minutes(15)
    const path = store.name
    await store.close()
    store = await openCollection(path)
    await lookOnce(watching(web.look))
    expect(web.asked).toEqual([feed, `${feed} "${story(40).length}"`])
    expect((await store.follows())[0]).toMatchObject({
      says: 'nothing new',
      failures: 0,
      nextAt: '2026-02-02T07:00:00.000Z',
    })
  })

  it('leaves alone, twice as long each time, what cannot be read', async () => {
    let text: string | undefined
    const web = webOf(() => text)
    await follow(store, feed, '1 hour', acting)
    const waits: number[] = []
    for (let i = 0; i < 7; i++) {
      await lookOnce(watching(web.look))
      const next = Date.parse((await store.follows())[0]?.nextAt ?? '')
      waits.push((next - clock) / 3_600_000)
      clock = next
    }
    expect(waits).toEqual([2, 4, 8, 16, 24, 24, 24])
    text = story(40)
    await lookOnce(watching(web.look))
    expect((await store.follows())[0]).toMatchObject({ failures: 0, says: '1 new, 0 in a new version' })
  })

  it('stands in the log, and ends when it is ended', async () => {
    await follow(store, feed, '1 hour', acting)
    await follow(store, feed, '1 hour', acting)
    await follow(store, feed, '2 hours', acting)
    expect(await unfollow(store, feed, acting)).toBe(true)
    expect(await unfollow(store, feed, acting)).toBe(false)
    expect((await all(store.log())).map(({ kind, body }) => [kind, body])).toEqual([
      ['followed', { address: feed, every: '1 hour' }],
      ['followed', { address: feed, every: '2 hours' }],
      ['unfollowed', { address: feed }],
    ])
  })

  it('goes on until it is told to stop, and sleeps until something is due', async () => {
    const web = webOf(() => story(40))
    await follow(store, feed, '20 seconds'.replace('seconds', 'minutes'), acting)
    const slept: number[] = []
    await watch({
      ...watching(web.look),
      sleep: async (milliseconds) => {
        slept.push(milliseconds)
        clock += milliseconds
        return slept.length < 25
      },
    })
    expect(web.asked).toHaveLength(2)
    expect(Math.max(...slept)).toBe(60_000)
  })
})

describe('bringing alerts', () => {
  /** What somebody receives, who is down for a while. */
  function receiver(down: () => boolean) {
    const got: string[] = []
    const messenger: Messenger = {
      to: 'test',
      send: async ({ kind }) => {
        if (down()) return 'it is down'
        got.push(kind)
        return undefined
      },
    }
    return { got, messenger }
  }

  it('tells of an edited report once, however often it fails', async () => {
    let houses = 40
    let isDown = true
    const web = webOf(() => story(houses))
    const { got, messenger } = receiver(() => isDown)
    await follow(store, feed, '15 minutes', acting)
    await lookOnce(watching(web.look, [messenger]))
    houses = 6000
    minutes(15)
    await lookOnce(watching(web.look, [messenger]))
    expect([got, told.at(-1)]).toEqual([[], 'alert 1 not sent: test: it is down; again at 2026-02-02T06:46:00.000Z'])
    minutes(1)
    isDown = false
    for (let i = 0; i < 3; i++) {
      await lookOnce(watching(web.look, [messenger]))
      minutes(5)
    }
    expect(got).toContain('edited')
    expect(new Set(got).size).toBe(got.length)
  })

  it('gives up after the last try', async () => {
    let houses = 40
    const web = webOf(() => story(houses))
    const { messenger } = receiver(() => true)
    await follow(store, feed, '15 minutes', acting)
    await lookOnce(watching(web.look, [messenger]))
    houses = 6000
    minutes(15)
    let tries = 0
    for (let i = 0; i < 40; i++) {
      await lookOnce(watching(web.look, [messenger]))
      tries = told.filter((line) => line.startsWith('alert 1 not sent')).length
      minutes(1440)
    }
    expect(tries).toBe(9)
    expect(told.find((line) => line.startsWith('alert 1 not sent') && line.includes('given up'))).toBeDefined()
  })

  it('brings what was found in a moment before the program was ended', async () => {
    const { got, messenger } = receiver(() => false)
    const web = webOf(() => undefined)
    await lookOnce(watching(web.look, [messenger]))
    await store.write((writing) =>
      writing.addAlert({ at: now(), kind: 'conflict', about: 'the dam', says: 'They differ.', evidence: [] }),
    )
    await lookOnce(watching(web.look, [messenger]))
    expect(got).toEqual(['conflict'])
  })

  const alert = {
    number: 7,
    at: '2026-02-02T06:30:00.000Z',
    kind: 'conflict',
    about: 'dam $(touch x)',
    says: '"; rm -rf /',
    evidence: [],
  } as const

  it('signs what goes to a webhook', async () => {
    const posted: { body: string; headers: Readonly<Record<string, string>> }[] = []
    const hook = webhook(
      'https://a.example/hook',
      'secret',
      async (_, body, headers) => (posted.push({ body, headers }) > 0 ? { status: 204 } : { status: 500 }),
      () => clock,
    )
    expect(await hook.send(alert)).toBeUndefined()
    const [sent] = posted
    const signed = `alert-7.${clock / 1000}.${sent?.body}`
    expect(sent?.headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', 'secret').update(signed).digest('base64')}`,
    )
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ type: 'alert.conflict', data: { number: 7 } })
    expect(hook.to).not.toContain('secret')
  })

  it.each<[string, () => Promise<{ status: number }>, RegExp]>([
    ['an error', async () => ({ status: 500 }), /status 500/],
    ['nobody there', () => Promise.reject(new Error('connection refused')), /could not be reached: connection refused/],
  ])('says that a webhook answered with %s', async (_, post, says) => {
    expect(await webhook('https://a.example', undefined, post, () => 0).send(alert)).toMatch(says)
  })

  it('hands an alert to a command without ever making it part of the command', async () => {
    const out = join(folder, 'out')
    const messenger = command(`cat > ${out}; printf '%s' "$HEADWATER_ALERT_SAYS" >> ${out}`)
    expect(await messenger.send(alert)).toBeUndefined()
    const [line, says] = readFileSync(out, 'utf8').split('\n')
    expect([JSON.parse(line ?? ''), says]).toEqual([alert, alert.says])
    expect(await command('exit 3').send(alert)).toBe('it ended with code 3')
  })
})

describe('several who bring alerts', () => {
  const addAlerts = (n: number) =>
    store.write(async (writing) => {
      for (let i = 0; i < n; i++)
        await writing.addAlert({ at: now(), kind: 'conflict', about: `dam ${i}`, says: 'They differ.', evidence: [] })
    })

  it('bring each alert once between them', async () => {
    const other = await openCollection(store.name)
    const got: number[] = []
    const slow: Messenger = {
      to: 'test',
      async send({ number }) {
        got.push(number)
        await new Promise((done) => setTimeout(done, 20))
        return undefined
      },
    }
    try {
      await dispatch(store, [slow], now())
      await addAlerts(5)
      await Promise.all(
        [store, other].map(async (one) => {
          await dispatch(one, [slow], now())
          await deliver(one, [slow], now)
        }),
      )
      expect([...got].sort()).toEqual([1, 2, 3, 4, 5])
    } finally {
      await other.close()
    }
  })

  it('let those behind one that fails wait with it', async () => {
    let tries = 0
    const down: Messenger = {
      to: 'test',
      async send() {
        tries++
        return 'it is down'
      },
    }
    await dispatch(store, [down], now())
    await addAlerts(5)
    await dispatch(store, [down], now())
    await deliver(store, [down], now)
    expect(tries).toBe(1)
    expect(await store.dueDeliveries(now())).toEqual([])
  })

  it('survive a messenger that throws, and an alert of a megabyte', async () => {
    const broken: Messenger = { to: 'test', send: () => Promise.reject(new Error('defect')) }
    await dispatch(store, [broken], now())
    await addAlerts(1)
    await dispatch(store, [broken], now())
    expect((await deliver(store, [broken], now)).map(({ says }) => says)).toEqual(['defect'])
    const long = {
      number: 1,
      at: now(),
      kind: 'edited',
      about: 'x'.repeat(1e6),
      says: 'y'.repeat(1e6),
      evidence: [],
    } as const
    expect(await command('cat > /dev/null').send(long)).toBeUndefined()
  })
})
