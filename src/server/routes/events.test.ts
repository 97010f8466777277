import { describe, expect, it } from 'vitest'
import type { News } from '../../app/workbench/desk.ts'
import { eventStream } from './events.ts'

describe('a stream of events', () => {
  it('is closed for whoever no longer reads, and takes no more memory', async () => {
    const listeners = new Set<(news: News) => void>()
    let closed = 0
    const stream = eventStream(
      (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      () => {
        closed++
      },
    )
    for (let upTo = 0; upTo < 5_000; upTo++) for (const listener of listeners) listener({ kind: 'report', upTo })
    expect([closed, listeners.size]).toEqual([1, 0])
    let parts = 0
    for await (const _ of stream) parts++
    expect(parts).toBeLessThanOrEqual(1_000)
  })

  it('has each event on lines of its own, whatever words it brings', async () => {
    let tell: (news: News) => void = () => undefined
    const stream = eventStream(
      (listener) => {
        tell = listener
        return () => undefined
      },
      () => undefined,
    )
    const says = 'one\n\nevent: alert\ndata: {}\r\n'
    tell({ kind: 'job', job: { id: 'job-1', state: 'running', says, items: [] } })
    const reader = stream.getReader()
    await reader.read()
    const { value } = await reader.read()
    const [event, data, ...rest] = new TextDecoder().decode(value).split('\n')
    expect(event).toBe('event: job')
    expect(JSON.parse(data?.slice('data: '.length) ?? '')).toMatchObject({ says })
    expect(rest).toEqual(['', ''])
    await reader.cancel()
  })
})
