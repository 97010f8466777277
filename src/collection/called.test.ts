import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { called } from './called.ts'

describe('what collections are called', () => {
  it.each([
    ['/home/ana/.local/share/headwater/collection.db', 'collection'],
    ['C:\\Desk\\Harbour desk.db', 'harbour-desk'],
    ['/srv/.hidden', 'hidden'],
    ['/srv/North.2026.db', 'north-2026'],
    ['/srv/Гавань.db', 'гавань'],
    ['/srv/---.db', 'collection'],
    ['postgres://db.example/news', 'news'],
    ['postgres://db.example:5432/news?collection=desk', 'desk'],
    ['postgresql://db.example/news?sslmode=require&collection=north_desk', 'north-desk'],
    ['postgres://db.example', 'collection'],
  ])('%s is %s', (place, name) => {
    expect(called([place])).toEqual([name])
  })

  it('tells those of one name apart, in their order', () => {
    expect(called(['/a/desk.db', '/b/desk.db', '/c/desk-2.db', '/d/DESK.db'])).toEqual([
      'desk',
      'desk-2',
      'desk-2-2',
      'desk-3',
    ])
  })

  it('gives every collection a name of its own that is a word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (places) => {
        const names = called(places)
        expect(new Set(names).size).toBe(places.length)
        for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}](?:[\p{L}\p{N}-]*)$/u)
      }),
    )
  })
})
