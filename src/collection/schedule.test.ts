import { describe, expect, it } from 'vitest'
import { scheduleOf } from './schedule.ts'

const monday = '2026-02-02T06:30:00.000Z'

describe('when something is looked at next', () => {
  it.each([
    ['15 minutes', '2026-02-02T06:45:00.000Z'],
    ['every 2 hours', '2026-02-02T08:30:00.000Z'],
    ['hour', '2026-02-02T07:30:00.000Z'],
    ['hourly', '2026-02-02T07:30:00.000Z'],
    ['Daily', '2026-02-03T06:30:00.000Z'],
    ['90min', '2026-02-02T08:00:00.000Z'],
    ['0 7 * * 1-5', '2026-02-02T07:00:00.000Z'],
    ['0 6 * * 1-5', '2026-02-03T06:00:00.000Z'],
    ['*/10 * * * *', '2026-02-02T06:40:00.000Z'],
  ])('%s', (words, next) => expect(scheduleOf(words)?.after(monday)).toBe(next))

  it.each(['', 'often', '0 minutes', '5 parsecs', '* * * *', '0 99 * * *', '* * * * * *', '1e9 days', '-3 hours'])(
    'is not told by “%s”',
    (words) => expect(scheduleOf(words)).toBeUndefined(),
  )

  it('tells how far apart the times are', () => {
    expect(scheduleOf('*/10 * * * *')?.gap).toBe(600_000)
    expect(scheduleOf('0 7 * * *')?.gap).toBe(86_400_000)
  })
})
