import { expect, it } from 'vitest'
import { systemClock } from './clock.ts'

it('wakes who sleeps when the time has come', async () => {
  const begun = systemClock.now()
  await systemClock.sleep(20, new AbortController().signal)
  expect(systemClock.now() - begun).toBeGreaterThanOrEqual(15)
})

it('wakes who sleeps at once when told to stop, before or after falling asleep', async () => {
  const stop = new AbortController()
  const asleep = systemClock.sleep(1_000_000, stop.signal)
  stop.abort(new Error('enough'))
  await expect(asleep).rejects.toThrow('enough')
  await expect(systemClock.sleep(1_000_000, stop.signal)).rejects.toThrow('enough')
})

it('rings no alarm that was unset', async () => {
  let rung = 0
  systemClock.alarm(5, () => {
    rung++
  })()
  await new Promise<void>((done) => systemClock.alarm(20, done))
  expect(rung).toBe(0)
})
