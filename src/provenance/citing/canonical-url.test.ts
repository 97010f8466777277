import { expect, it } from 'vitest'
import { canonicalUrl } from './canonical-url.ts'

it.each([
  ['https://www.norden.example/a/', 'norden.example/a'],
  ['http://NORDEN.example/A?utm_source=x&id=7#top', 'norden.example/A?id=7'],
  ['https://norden.example/a?b=2&a=1', 'norden.example/a?a=1&b=2'],
])('%s is %s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical)
})
