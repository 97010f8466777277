import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from './pool.ts'

let folder = ''
const script = () => pathToFileURL(join(folder, 'worker.mjs'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-pool-'))
  writeFileSync(
    join(folder, 'worker.mjs'),
    `import { parentPort, threadId } from 'node:worker_threads'
     parentPort.on('message', (n) => {
       if (n === 'ends') process.exit(3)
       if (n === 'ends later') {
         parentPort.postMessage({ result: { double: 0, thread: threadId } })
         setTimeout(() => process.exit(3), 1)
         return
       }
       if (n === 'throws later') {
         parentPort.postMessage({ result: { double: 0, thread: threadId } })
         setTimeout(() => { throw new Error('idle') }, 1)
         return
       }
       if (n === 'computes') {
         parentPort.postMessage({ isComputing: true })
         for (;;) {}
       }
       if (n === 'waits') {
         parentPort.postMessage({ isComputing: true })
         parentPort.postMessage({ isComputing: false })
         setTimeout(() => parentPort.postMessage({ result: { double: 0, thread: threadId } }), 400)
         return
       }
       if (n === 'fails') parentPort.postMessage({ failure: 'no such number' })
       else setTimeout(() => parentPort.postMessage({ result: { double: 2 * n, thread: threadId } }), 20)
     })`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('a pool of threads', () => {
  it('does every job once and uses all its threads', async () => {
    const pool = openPool<number, { double: number; thread: number }>(script(), 2)
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => pool.run(n)))
    await pool.close()
    expect(results.map(({ double }) => double)).toEqual([2, 4, 6, 8, 10])
    expect(new Set(results.map(({ thread }) => thread)).size).toBe(2)
  })

  it('says why a job failed, and goes on', async () => {
    const pool = openPool<string | number, { double: number }>(script(), 1)
    const [failed, next] = await Promise.allSettled([pool.run('fails'), pool.run(4)])
    await pool.close()
    expect(failed).toMatchObject({ status: 'rejected', reason: { cause: 'no such number' } })
    expect(next).toMatchObject({ status: 'fulfilled', value: { double: 8 } })
  })

  it.each(['ends later', 'throws later'])('opens another thread where one %s, between two jobs', async (how) => {
    const pool = openPool<string | number, { double: number; thread: number }>(script(), 1)
    const { thread } = await pool.run(how)
    await new Promise((done) => setTimeout(done, 300))
    const next = await pool.run(4)
    await pool.close()
    expect(next.double).toBe(8)
    expect(next.thread).not.toBe(thread)
  })

  it('loses one job with a thread that breaks down, and goes on with another', async () => {
    const pool = openPool<string | number, { double: number }>(script(), 1)
    const [broken, next] = await Promise.allSettled([pool.run('ends'), pool.run(4)])
    await pool.close()
    expect(broken.status).toBe('rejected')
    expect(next).toMatchObject({ status: 'fulfilled', value: { double: 8 } })
  })

  it('ends a job that computes too long, not one that waits', async () => {
    const pool = openPool<string | number, { double: number }>(script(), 1, { longest: 200 })
    const [long, waiting, next] = await Promise.allSettled([pool.run('computes'), pool.run('waits'), pool.run(4)])
    await pool.close()
    expect(long).toMatchObject({ status: 'rejected', reason: { why: 'JOB_TOO_LONG' } })
    expect(waiting).toMatchObject({ status: 'fulfilled', value: { double: 0 } })
    expect(next).toMatchObject({ status: 'fulfilled', value: { double: 8 } })
  })
})
