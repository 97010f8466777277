/** A process that works on a collection until it is killed, and says on standard output what it was answered for. */
import { addAll } from '../../src/app/collection/add.ts'
import { openCollection } from '../../src/app/collection/open.ts'
import { refresh } from '../../src/app/collection/refresh.ts'
import { follow, type Look, lookOnce, unfollow } from '../../src/app/collection/watch.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { each, floodReport, openedOf } from '../fixtures/reports.ts'

const [place = '', from = '0', to = '0', step = '1', task = 'trace'] = process.argv.slice(2)
const store = await openCollection(place)
const messengers: readonly Messenger[] = [{ to: 'nobody', send: async () => undefined }]
const acting = { by: 'worker', now: () => new Date().toISOString() }

for (let n = Number(from); n < Number(to); n += Number(step)) {
  const opened =
    task === 'many'
      ? openedOf(`/r/${n}.jsonl`, Array.from({ length: Number(step) }, (_, i) => line(n + i)).join('\n'))
      : openedOf(`/r/${n}.txt`, floodReport(n))
  if (task === 'trace' && n % 2 === 1) {
    // Every other report comes by watching, to which everything is new each time.
    await follow(store, 'https://a.example/', 'hourly', acting)
    const look: Look = async () => ({ opened: each(opened), etag: null, lastModified: null })
    await lookOnce({ store, acting, look, messengers, tell: () => undefined, sleep: async () => false })
    await unfollow(store, 'https://a.example/', acting)
    process.stdout.write(`${n}\n`)
  } else for await (const _ of addAll(store, each(opened), acting)) process.stdout.write(`${n}\n`)
  if (task === 'trace' && n % 3 === 0) await refresh(store, acting)
}
if (task === 'trace') await refresh(store, acting)
await store.close()
process.stdout.write('done\n')

function line(n: number): string {
  return JSON.stringify({ id: `r${n}`, text: floodReport(n) })
}
