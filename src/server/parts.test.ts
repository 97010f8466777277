import { describe, expect, it } from 'vitest'
import type { Level } from '../ports/telemetry.ts'
import { levelsOfParts, type Part } from './parts.ts'

const part = (collection: string, levels: Part['levels']): Part => ({
  labels: { collection, part: 'collection' },
  levels,
})
const documents = (collection: string): Level => ({
  name: 'headwater_documents',
  says: 'Reports in the collection',
  labels: { collection },
  value: 9,
})
const told = (levels: readonly Level[]) => levels.map(({ name, labels, value }) => [name, labels.collection, value])

describe('the levels of what a process stands on', () => {
  it('are told of each part but of those that fail or do not answer', async () => {
    const levels = levelsOfParts(
      [
        part('gone', () => Promise.reject(new Error('no database'))),
        part('silent', () => new Promise(() => undefined)),
        part('desk', async () => [documents('desk')]),
      ],
      20,
    )
    expect(told(await levels())).toEqual([
      ['headwater_up', 'gone', 0],
      ['headwater_up', 'silent', 0],
      ['headwater_up', 'desk', 1],
      ['headwater_documents', 'desk', 9],
    ])
  })

  it('are not asked of a part again that has not answered yet, and told as soon as it has', async () => {
    let asked = 0
    let answer: (levels: readonly Level[]) => void = () => undefined
    const levels = levelsOfParts(
      [
        part('slow', () => {
          asked++
          return new Promise((done) => {
            answer = done
          })
        }),
      ],
      20,
    )
    await levels()
    await levels()
    expect(asked).toBe(1)
    const again = levels()
    answer([documents('slow')])
    expect(told(await again)).toEqual([
      ['headwater_up', 'slow', 1],
      ['headwater_documents', 'slow', 9],
    ])
  })
})
