import { describe, expect, it } from 'vitest'
import { findKnown, known, knownById } from './entities.ts'

describe('findKnown', () => {
  it.each([
    ['NHK', 'nhk'],
    ["Japan's public broadcaster", 'nhk'],
    ['the Japanese public broadcaster', 'nhk'],
    ['Japan’s national broadcaster', 'nhk'],
    ['https://www3.nhk.or.jp/news/1.html', 'nhk'],
    ['the Japanese outlet NHK', 'nhk'],
    ['the Ukrainian outlet Militarnyi', 'militarnyi'],
    ['TWZ', 'the-war-zone'],
    ['www.twz.com', 'the-war-zone'],
    ['The War Zone', 'the-war-zone'],
    ["Ukraine's military intelligence", 'main-directorate-of-intelligence'],
    ['GUR', 'main-directorate-of-intelligence'],
    ['ntv.de', 'n-tv'],
    ['Reuters’', 'reuters'],
    ['the AP', 'associated-press'],
    ['the New York Times', 'the-new-york-times'],
    ['the Pentagon', 'united-states-department-of-defense'],
    ['Ukrainian Defence Ministry', 'ministry-of-defence-of-ukraine'],
    ['Ministry of Defense of Ukraine', 'ministry-of-defence-of-ukraine'],
    ['the Russian foreign ministry', 'ministry-of-foreign-affairs-of-russia'],
    ["Ghana's health ministry", 'ghana-health-ministry'],
    ['Ministry of Health of Ghana', 'ghana-health-ministry'],
    ['Spiegel', 'der-spiegel'],
    ['RSF', 'reporters-without-borders'],
  ])('%s is %s', (name, id) => {
    expect(findKnown(name)?.id).toBe(id)
  })

  it.each([
    'who',
    'time',
    'shell',
    'is',
    'the paper',
    'Who',
    '',
    'a ministry',
    'the Icelandic newspaper',
    'e.g.',
    'Mr. Brown',
  ])('%s is nobody in particular', (name) => {
    expect(findKnown(name)).toBeUndefined()
  })

  it('knows what belongs to what', () => {
    expect(findKnown('GUR')?.affiliation).toBe(findKnown("Ukraine's defence ministry")?.id)
    expect(findKnown("Ghana's navy")?.affiliation).toBe(findKnown("Ghana's military")?.id)
  })
})

describe('the lists', () => {
  it('give every entity an id of its own', () => {
    const twice = known.filter((one, i) => known.findIndex(({ id }) => id === one.id) !== i)
    expect(twice.map(({ id }) => id)).toEqual([])
  })

  it('name only bodies that are in the lists as what something belongs to', () => {
    const lost = known.filter(({ affiliation }) => affiliation !== undefined && !knownById(affiliation))
    expect(lost.map(({ id, affiliation }) => `${id}: ${affiliation}`)).toEqual([])
  })

  it('never give one name, acronym, description or domain to two entities', () => {
    const owners = new Map<string, Set<string>>()
    for (const entity of known) {
      const shared = entity.aliases[0]?.startsWith(`${entity.name} (`) === true
      for (const name of [
        ...(shared ? [] : [entity.name]),
        ...entity.aliases,
        ...entity.descriptors,
        ...entity.domains,
      ]) {
        const key = name.replace(/^[Tt]he /, '')
        owners.set(key, (owners.get(key) ?? new Set()).add(entity.id))
      }
    }
    const contested = [...owners]
      .filter(([, ids]) => ids.size > 1)
      .map(([name, ids]) => `${name}: ${[...ids].join(', ')}`)
    expect(contested).toEqual([])
  })
})
