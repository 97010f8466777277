import { expect, it } from 'vitest'
import { claimsPath } from './claims-path.ts'

it.each([
  ['', '/claims'],
  ['why=a&about=origins', '/claims'],
  ['origins=0', '/claims?max=0'],
  ['origins=1&finding=drift', '/claims?finding=drift&max=1&min=1'],
  ['origins=2&q=dam+wall', '/claims?q=dam+wall&min=2'],
])('asks for %s', (query, path) => {
  expect(claimsPath(new URLSearchParams(query))).toBe(path)
})

it('narrows a group', () => {
  expect(claimsPath(new URLSearchParams('group=story&q=dam'), { story: 's1' })).toBe('/claims?q=dam&story=s1')
})
