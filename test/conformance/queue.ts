import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Hint, Queue } from '../../src/ports/queue.ts'

/**
 * What every queue must do, whatever hands its hints round.
 *
 * @param open a queue of its own for each name, the same for the same; who is silent for a second is taken for dead
 */
export function queueConformance(name: string, open: (collection: string) => Promise<Queue>): void {
  describe(`a queue in ${name}`, () => {
    let serial = 0
    let queues: Queue[] = []
    let [ana, ben] = [undefined, undefined] as unknown as readonly [Queue, Queue]
    beforeEach(async () => {
      serial++
      queues = [await open(`c${process.pid}${serial}`), await open(`c${process.pid}${serial}`)]
      ;[ana, ben] = queues as [Queue, Queue]
    })
    afterEach(async () => {
      for (const queue of queues) await queue.close()
    })
    const hint = (body: string, subject: Hint['subject'] = 'work'): Hint => ({ subject, id: `about ${body}`, body })
    const taken = async (queue: Queue, subject: Hint['subject'] = 'work'): Promise<Delivery> => {
      const delivery = await queue.take(subject, 5_000)
      if (!delivery) throw new Error('nothing came')
      return delivery
    }

    it('hands each hint to one of those who take, until it is acknowledged', async () => {
      await ana.publish(hint('a'))
      await ana.publish(hint('b'))
      const [first, second] = [await taken(ana), await taken(ben)]
      expect([first.body, second.body].sort()).toEqual(['a', 'b'])
      expect(await ben.open('work')).toBe(2)
      first.ack()
      second.ack()
      expect(await ana.take('work', 1_000)).toBeUndefined()
      expect(await ana.open('work')).toBe(0)
    })

    it('keeps a hint of one id once', async () => {
      await ana.publish(hint('a'))
      await ben.publish(hint('a'))
      expect(await ana.open('work')).toBe(1)
      ;(await taken(ana)).ack()
      await ben.publish(hint('a'))
      expect(await ana.take('work', 1_000)).toBeUndefined()
    })

    it('brings what is handed back again, and counts', async () => {
      await ana.publish(hint('a'))
      const first = await taken(ana)
      expect(first.times).toBe(1)
      first.nak(0)
      const second = await taken(ben)
      expect(second).toMatchObject({ body: 'a', times: 2 })
      second.ack()
    })

    it('brings what somebody has in hand who is silent to another, not what he is working on', async () => {
      await ana.publish(hint('a'))
      const first = await taken(ana)
      const beats = setInterval(() => first.inProgress(), 300)
      expect(await ben.take('work', 2_500)).toBeUndefined()
      clearInterval(beats)
      expect(await taken(ben)).toMatchObject({ body: 'a', times: 2 })
    })

    it('hands out one part at a time', async () => {
      await ana.publish(hint('a', 'part'))
      await ana.publish(hint('b', 'part'))
      const first = await taken(ana, 'part')
      const beats = setInterval(() => first.inProgress(), 300)
      expect(await ben.take('part', 1_500)).toBeUndefined()
      clearInterval(beats)
      first.ack()
      expect((await taken(ben, 'part')).body).toBe('b')
    })

    it('answers whoever waits when it hands out no more, and still takes acknowledgements', async () => {
      await ana.publish(hint('a'))
      const held = await taken(ana)
      const waiting = ana.take('work', 30_000)
      ana.drain()
      expect(await waiting).toBeUndefined()
      held.ack()
      await ana.close()
      expect(await ben.open('work')).toBe(0)
    })
  })
}
