import { describe, expect, it } from 'vitest'
import { placesNamed, stateAbbreviated } from './gazetteer.ts'

describe('placesNamed', () => {
  it.each([
    ['Lagos', 'NG'],
    ['Kiev', 'UA'],
    ['Yaoundé', 'CM'],
    ['St. Petersburg', 'RU'],
    ['Łódź', 'PL'],
    ['U.S.', 'US'],
    ['the nowhere', undefined],
    ['zzzz', undefined],
    ['aaaa', undefined],
  ])('%s lies in %s', (name, country) => {
    expect(placesNamed(name)[0]?.country).toBe(country)
  })

  it('offers every Springfield, the largest first', () => {
    const all = placesNamed('Springfield').filter(({ what }) => what === 'town')
    expect(all.length).toBeGreaterThan(10)
    expect(all[0]?.size).toBeGreaterThanOrEqual(all[1]?.size ?? 0)
  })

  it('puts Lagos where it is, to about a kilometre', () => {
    const lagos = placesNamed('Lagos').find(({ what }) => what === 'town')
    expect(lagos?.latitude).toBeCloseTo(6.45, 1)
    expect(lagos?.longitude).toBeCloseTo(3.39, 1)
  })

  it('reads the abbreviations of news style', () => {
    expect(stateAbbreviated('Ill.')?.name).toBe('Illinois')
    expect(stateAbbreviated('N.J.')?.name).toBe('New Jersey')
    expect(stateAbbreviated('Abc')).toBeUndefined()
  })
})
