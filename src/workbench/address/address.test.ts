import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, hrefOf, withQuery } from './address.ts'

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

  it('changes some of a query and drops what is empty', () => {
    const here = addressOf('/claims', '?story=s1&q=dam')
    expect(withQuery(here, { q: '', sort: 'origins' })).toBe('/claims?story=s1&sort=origins')
  })
})
