import { expect, it } from 'vitest'
import { ended, type Steps } from '../../text/steps.ts'
import { gradually } from './gradually.ts'

function* counted(to: number, said: number[]): Steps<number> {
  for (let n = 0; n < to; n++) {
    said.push(n)
    yield
  }
  return said.length
}

it('lets others be answered between two steps, and gives what doing all at once gives', async () => {
  const said: number[] = []
  const seen: number[] = []
  const looking = setInterval(() => seen.push(said.length), 0)
  const steps = gradually(counted(200, said), 0)
  setImmediate(() => seen.push(said.length))
  expect(await steps).toBe(ended(counted(200, [])))
  clearInterval(looking)
  expect(seen.some((n) => n > 0 && n < 200)).toBe(true)
})
