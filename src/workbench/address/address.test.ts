import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, hrefOf, placeIn, withQuery } from './address.ts'

describe('addresses of the workbench', () => {
  it('gives every id back, whatever letters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        const href = hrefOf(['claims', id])
        expect(href.slice('/claims/'.length)).toMatch(/^[A-Za-z0-9_~-]+$/)
        expect(addressOf(href, '').parts).toEqual(['claims', id.toWellFormed()])
      }),
    )
  })

  it('leaves plain ids readable', () => {
    expect(hrefOf(['claims', '1-iberia-wire#452-470'])).toBe('/claims/1-iberia-wire~23452-470')
  })

  it('stands in a collection, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const at = placeIn(name, hrefOf(['claims', 'c1'], { q: 'dam' }))
        const { collection, parts, query } = addressOf(at.split('?')[0] ?? '', '?q=dam')
        expect([collection, parts, query.get('q')]).toEqual([name.toWellFormed(), ['claims', 'c1'], 'dam'])
      }),
    )
  })

  it.each([
    ['desk', '/claims?q=a', '/collections/desk/claims?q=a'],
    ['desk', '/', '/collections/desk/'],
    ['desk', '/collections', '/collections'],
    ['desk', '/collections/other/claims', '/collections/other/claims'],
    [undefined, '/claims', '/claims'],
  ])('in %s, %s is %s', (collection, place, href) => {
    expect(placeIn(collection, place)).toBe(href)
  })

  it('changes some of a query and drops what is empty', () => {
    const here = addressOf('/claims', '?story=s1&q=dam')
    expect(withQuery(here, { q: '', sort: 'origins' })).toBe('/claims?story=s1&sort=origins')
  })
})
