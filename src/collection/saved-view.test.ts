import { expect, it } from 'vitest'
import { isSameName, newView } from './saved-view.ts'

it('goes by an id that is made of what it was saved as', () => {
  const view = newView('Desk', { finding: 'drift', sort: 'origins' }, 'ana', '2026-02-03T00:00:00.000Z')
  expect(view).toEqual({
    id: view.id,
    name: 'Desk',
    asks: { finding: 'drift', sort: 'origins' },
    by: 'ana',
    at: '2026-02-03T00:00:00.000Z',
  })
  expect(view.id).toMatch(/^[0-9a-f]{12}$/)
  expect(newView('Desk', { sort: 'origins', finding: 'drift' }, 'ana', view.at).id).toBe(view.id)
  expect(newView('Desk', {}, 'ana', view.at).id).not.toBe(view.id)
})

it.each([
  ['Disputed', 'disputed', true],
  ['Single  origin', ' single origin ', true],
  ['Ｄesk', 'desk', true],
  ['Desk', 'Desk 2', false],
])('takes the names “%s” and “%s” for one: %s', (a, b, same) => {
  expect(isSameName(a, b)).toBe(same)
})
