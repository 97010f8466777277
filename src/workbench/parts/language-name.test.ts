import { expect, it } from 'vitest'
import { languageName } from './language-name.ts'

it.each([
  ['en', 'English'],
  ['pt', 'Portuguese'],
  ['und', '–'],
  ['not a tag', 'not a tag'],
  ['', '–'],
])('calls %j %j', (tag, name) => {
  expect(languageName(tag)).toBe(name)
})
