import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queueConformance } from '../../../test/conformance/queue.ts'
import { type Certified, certificateFor, newAuthority } from '../../../test/fixtures/certificate.ts'
import { tidiedUp } from '../../../test/fixtures/collected.ts'
import { startNats, type TestNats, withoutNats } from '../../../test/fixtures/nats.ts'
import { newAccounts, newNkey } from '../../../test/fixtures/nats-accounts.ts'
import { openNats, type QueueOptions } from './nats.ts'

describe.skipIf(withoutNats)('NATS JetStream', () => {
  let server: TestNats
  beforeAll(async () => {
    server = await startNats()
  })
  afterAll(() => server.stop())
  const open = (collection: string, address = server.address) =>
    openNats({ address, collection, pipeline: 'p1', silence: 1_000 })

  queueConformance('NATS JetStream', open)

  it('hands nothing to those who read in another way', async () => {
    const [one, other] = [
      await open('both'),
      await openNats({ address: server.address, collection: 'both', pipeline: 'p2' }),
    ]
    await one.publish({ subject: 'work', id: 'a', body: 1 })
    expect(await other.take('work', 1_000)).toBeUndefined()
    expect((await one.take('work', 1_000))?.body).toBe(1)
    await Promise.all([one.close(), other.close()])
  })

  it('goes on with a server that was gone, with what it kept and with nothing', async () => {
    const told: string[] = []
    const queue = await openNats({
      address: server.address,
      collection: 'gone',
      pipeline: 'p1',
      silence: 1_000,
      told: (what) => told.push(what),
    })
    await queue.publish({ subject: 'work', id: 'a', body: 'a' })
    await server.halt('SIGKILL')
    await expect(queue.publish({ subject: 'work', id: 'b', body: 'b' })).rejects.toThrow()
    await server.again()
    await untilHeard(() => queue.publish({ subject: 'work', id: 'c', body: 'c' }))
    const first = await queue.take('work', 5_000)
    expect(first?.body).toBe('a')
    first?.ack()
    await server.halt('SIGKILL')
    await server.again(false)
    await untilHeard(() => queue.publish({ subject: 'work', id: 'd', body: 'd' }))
    const bodies = new Set<unknown>()
    for (let next = await queue.take('work', 3_000); next; next = await queue.take('work', 1_000)) {
      bodies.add(next.body)
      next.ack()
    }
    expect(bodies).toContain('d')
    expect(told.slice(0, 2)).toEqual(['lost', 'back'])
    await queue.close()
  }, 60_000)

  it('says that it is full, of each kind by itself, and takes what comes when there is room', async () => {
    const few = (pipeline: string) =>
      openNats({ address: server.address, collection: 'few', pipeline, silence: 1_000, most: 2 })
    const [one, other] = [await few('p1'), await few('p2')]
    const hint = (id: string) => ({ subject: 'work', id, body: id }) as const
    expect([await one.publish(hint('a')), await one.publish(hint('b')), await one.publish(hint('c'))]).toEqual([
      true,
      true,
      false,
    ])
    expect(await one.publish({ subject: 'part', id: 'd', body: 'd' })).toBe(true)
    expect(await other.publish(hint('e'))).toBe(true)
    ;(await one.take('work', 5_000))?.ack()
    await untilHeard(async () => {
      if (!(await one.publish(hint('c')))) throw new Error('it is full')
    })
    const bodies: unknown[] = []
    for (let next = await one.take('work', 1_000); next; next = await one.take('work', 1_000)) {
      bodies.push(next.body)
      next.ack()
    }
    expect(bodies).toEqual(['b', 'c'])
    await Promise.all([one.close(), other.close()])
  })

  it('keeps nothing of hints that were done', async () => {
    const queue = await open('many')
    const body = 'x'.repeat(200_000)
    const handed = async (from: number, to: number): Promise<number> => {
      for (let i = from; i < to; i++) {
        await queue.publish({ subject: 'work', id: `hint-${i}`, body })
        ;(await queue.take('work', 5_000))?.ack()
      }
      await tidiedUp()
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    const few = await handed(0, 10)
    // As many again would be 20 MB.
    expect((await handed(10, 110)) - few).toBeLessThan(8_000_000)
    await queue.close()
  }, 60_000)

  it('names no password where an address is none', async () => {
    for (const address of [
      'desk:s3cret@host:4222',
      'natss://desk:s3@cret@host',
      'nats://desk:s3,cret@host',
      'nats://desk:s3%@host',
    ]) {
      const wrong = await open('wrong', address).catch((error: unknown) => error as Error)
      expect(wrong).toMatchObject({ code: 'NO_QUEUE', message: expect.stringContaining('is no address of a queue') })
      expect((wrong as Error).message).not.toMatch(/s3|cret|desk/)
    }
  })

  it('names no password, neither in its name nor in what it throws', async () => {
    const guarded = await startNats('authorization { user: "desk", password: "s3cret" }')
    const address = guarded.address.replace('//', '//desk:s3cret@')
    const queue = await open('guarded', address)
    expect(queue.name).toBe(guarded.address)
    await queue.close()
    const byHand = await openNats({
      address: guarded.address.replace('//', '//desk@'),
      password: 's3cret',
      collection: 'x',
      pipeline: 'p',
    })
    await byHand.close()
    const wrong = await open('guarded', address.replace('s3cret', 'wr0ng')).catch((error: unknown) => error as Error)
    expect(wrong).toMatchObject({ code: 'NO_QUEUE' })
    expect(`${(wrong as Error).message} ${String((wrong as Error).cause)}`).not.toContain('wr0ng')
    await guarded.stop()
    const gone = await open('guarded', address).catch((error: unknown) => error as Error)
    expect((gone as Error).message).toContain('cannot be reached')
    await expect(open('guarded', 'http://desk:s3cret@host')).rejects.toThrow(/^http:\/\/host is no address of a queue/)
  }, 60_000)

  describe('lets in whoever the operator of the queue lets in', () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-queue-'))
    const written = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const authority = newAuthority()
    const ca = written('ca.pem', authority.cert)
    const pair = (
      name: string,
      names: readonly string[],
      by?: Certified,
    ): { readonly cert: string; readonly key: string } => {
      const { cert, key } = certificateFor(names, by)
      return { cert: written(`${name}.pem`, cert), key: written(`${name}.key`, key) }
    }
    const served = pair('server', ['127.0.0.1'], authority)
    const tls = `cert_file: "${served.cert}", key_file: "${served.key}", ca_file: "${ca}"`
    const [nkey, accounts] = [newNkey(), newAccounts()]
    afterAll(() => rmSync(folder, { recursive: true }))

    const ways: Readonly<
      Record<string, readonly [config: string, right: Partial<QueueOptions>, wrong: Partial<QueueOptions>]>
    > = {
      'with a token': ['authorization { token: "s3cret" }', { token: 's3cret' }, { token: 'wr0ng' }],
      'with the seed of an nkey': [
        `authorization { users: [ { nkey: ${nkey.known} } ] }`,
        { credentials: `${nkey.seed}\n` },
        { credentials: newNkey().seed },
      ],
      'with a credentials file': [
        accounts.config,
        { credentials: accounts.credentials },
        { credentials: newAccounts().credentials },
      ],
      'over TLS, by an authority of their own': [`tls { ${tls} }`, { tls: { ca } }, {}],
      'over TLS, with a certificate of their own': [
        `tls { ${tls}, verify: true }`,
        { tls: { ca, ...pair('client', ['worker.example'], authority) } },
        { tls: { ca, ...pair('stranger', ['worker.example']) } },
      ],
    }
    it.each(Object.entries(ways))('%s', async (_, [config, right, wrong]) => {
      const guarded = await startNats(config)
      const address = config.includes('tls') ? guarded.address.replace('nats:', 'tls:') : guarded.address
      const names = { address, collection: 'guarded', pipeline: 'p1' }
      const queue = await openNats({ ...names, ...right })
      await queue.publish({ subject: 'work', id: 'a', body: 'a' })
      expect((await queue.take('work', 5_000))?.body).toBe('a')
      await queue.close()
      await expect(openNats({ ...names, ...wrong })).rejects.toMatchObject({ code: 'NO_QUEUE' })
      // A certificate is one's who is named in it.
      const elsewhere = address.replace('127.0.0.1', 'localhost')
      if (right.tls) await expect(openNats({ ...names, ...right, address: elsewhere })).rejects.toThrow()
      await guarded.stop()
    })
  })
})

/** A client looks for its server every second or two. */
async function untilHeard(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await work()
      return
    } catch (error) {
      if (tries > 15) throw error
      await new Promise((again) => setTimeout(again, 500))
    }
}
