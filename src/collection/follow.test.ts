import { describe, expect, it } from 'vitest'
import { type FollowedPage, isPageDue } from './follow.ts'

describe('a page that a feed led to', () => {
  const page: FollowedPage = {
    address: 'https://mayo.example/flood',
    etag: null,
    lastModified: null,
    firstAt: '2026-02-02T09:00:00.000Z',
    lastAt: '2026-02-02T09:00:00.000Z',
    readAt: '2026-02-02T09:00:00.000Z',
    entry: 'as it was',
    failures: 0,
  }
  const failed = (failures: number): FollowedPage => ({ ...page, readAt: null, failures })
  const askedAt = (lastAt: string): FollowedPage => ({ ...page, lastAt })

  it.each<[string, FollowedPage | undefined, string, string, boolean]>([
    ['that is new', undefined, 'as it was', '2026-02-02T09:00:00.000Z', true],
    ['half an hour later', page, 'as it was', '2026-02-02T09:30:00.000Z', false],
    ['half an hour later, with other words in the feed', page, 'in other words', '2026-02-02T09:30:00.000Z', true],
    ['an hour later', page, 'as it was', '2026-02-02T10:00:00.000Z', true],
    ['an hour later but a few seconds', page, 'as it was', '2026-02-02T09:59:40.000Z', true],
    ['on the third day', askedAt('2026-02-05T07:00:00.000Z'), 'as it was', '2026-02-05T08:00:00.000Z', true],
    ['on the fourth day', askedAt('2026-02-05T09:00:00.000Z'), 'as it was', '2026-02-05T10:00:00.000Z', false],
    ['half an hour after it failed', failed(1), 'as it was', '2026-02-02T09:30:00.000Z', false],
    ['an hour after it failed', failed(1), 'as it was', '2026-02-02T10:00:00.000Z', true],
    ['an hour after it failed twice', failed(2), 'as it was', '2026-02-02T10:00:00.000Z', false],
    ['two hours after it failed twice', failed(2), 'as it was', '2026-02-02T11:00:00.000Z', true],
    ['a day after it failed for the fiftieth time', failed(50), 'as it was', '2026-02-03T09:00:00.000Z', true],
    ['a month after it failed', failed(1), 'as it was', '2026-03-02T09:00:00.000Z', true],
  ])('%s', (_, known, entry, at, due) => {
    expect(isPageDue(known, entry, at)).toBe(due)
  })
})
