import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Store } from '../../ports/store.ts'
import { isEnding, openLane } from './lane.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-lane-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A lane whose thread runs these words. */
function laneOf(words: string) {
  const path = join(folder, `${words.length}.mjs`)
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads'\nlet count = 0\nparentPort.on('message', (task) => { count++\n${words}\n})`,
  )
  const acting = { by: 'ana', now: () => '' }
  // The thread opens a collection for itself; this one is never asked.
  return openLane({ store: {} as Store, place: undefined, acting, web: {}, script: pathToFileURL(path) })
}

describe('a lane', () => {
  it('does one task after another in one thread, and passes on how far each has come', async () => {
    const lane = laneOf(`setTimeout(() => {
      parentPort.postMessage({ told: { kind: 'says', says: 'task ' + count } })
      parentPort.postMessage({ result: { traced: count } })
    }, 20)`)
    const told: string[] = []
    const tasks = [1, 2, 3].map(() =>
      lane.run<'refresh'>({ kind: 'refresh' }, (one) => told.push(one.kind === 'says' ? one.says : '')),
    )
    expect(lane.waiting).toBe(3)
    expect((await Promise.all(tasks)).map(({ traced }) => traced)).toEqual([1, 2, 3])
    expect(told).toEqual(['task 1', 'task 2', 'task 3'])
    expect(lane.waiting).toBe(0)
    await lane.close()
  })

  it('loses one task with a thread that breaks down, and goes on with another', async () => {
    const lane = laneOf(`if (task.kind === 'verify') process.exit(3)
      parentPort.postMessage(task.kind === 'look' ? { failure: 'no such page' } : { result: { traced: count } })`)
    await expect(lane.run<'verify'>({ kind: 'verify' })).rejects.toThrow('broke down')
    await expect(lane.run<'look'>({ kind: 'look' })).rejects.toThrow('no such page')
    expect(await lane.run<'refresh'>({ kind: 'refresh' })).toEqual({ traced: 2 })
    await lane.close()
    await expect(lane.run<'refresh'>({ kind: 'refresh' })).rejects.toThrow('ending')
  })

  it('says of what it gives up when it is closed that it is ending, not that it broke', async () => {
    const lane = laneOf('// It works for ever.')
    const given = lane.run<'refresh'>({ kind: 'refresh' }).catch((error: unknown) => error)
    await new Promise((rested) => setTimeout(rested, 20))
    await lane.close()
    expect(isEnding(await given)).toBe(true)
  })
})
