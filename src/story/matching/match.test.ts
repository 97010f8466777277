import { describe, expect, it } from 'vitest'
import { rankKnown } from './known.ts'
import { matchBatch, matchPair } from './match.ts'

describe('matchPair', () => {
  const claim = 'The ministry said 40 boats were lost in the storm off Tamm on Friday.'

  it('takes a claim in other words for the same', () => {
    const other = 'Forty boats were lost off Tamm in the storm on Friday, the ministry said.'
    expect(matchPair(claim, other).same).toBe(true)
  })

  it('tells another subject apart', () => {
    expect(matchPair(claim, 'Growers in the valley expect the first rain in seven weeks.').same).toBe(false)
  })

  it('puts the closer wording first', () => {
    const near = matchPair(claim, 'The storm off Tamm cost 40 boats, according to the ministry.').score
    const far = matchPair(claim, 'The ministry will speak about the boats on Friday.').score
    expect(near).toBeGreaterThan(far)
  })

  it('scores a text with itself as one and with nothing as none', () => {
    expect(matchPair(claim, claim).score).toBeCloseTo(1)
    expect(matchPair(claim, '')).toMatchObject({ score: 0, same: false })
  })

  it('does not care which one comes first, but for the drift', () => {
    const other = 'Storm: 40 boats lost off Tamm'
    const [one, two] = [matchPair(claim, other), matchPair(other, claim)]
    expect([two.score, two.same]).toEqual([one.score, one.same])
  })

  it.each([
    ['Salt is associated with lower mood.', 'Salt causes lower mood.', 'stronger'],
    ['Walking reduces the number of falls.', 'Walking may reduce the number of falls.', 'weaker'],
    ['Tea was linked to better sleep.', 'Tea drinkers were more likely to sleep well.', 'same'],
  ])('from %j to %j the claim is %s', (a, b, drift) => expect(matchPair(a, b).drift).toBe(drift))
})

describe('matchBatch', () => {
  it('learns from all pairs which words are rare', () => {
    const shared = Array.from({ length: 50 }, (_, i) => ({ a: `Council note ${i}`, b: `Council paper ${i}` }))
    const pair = { a: 'Council closes bridge', b: 'Council closes school' }
    expect(matchBatch([...shared, pair]).at(-1)?.score).toBeLessThan(matchPair(pair.a, pair.b).score)
  })
})

describe('rankKnown', () => {
  const known = [
    { id: 'bridge', title: 'Was the Orlo bridge sold?', text: 'The Orlo bridge was sold to a circus for one coin.' },
    { id: 'goats', title: 'Do goats vote in Vey?', text: 'Goats are entitled to vote in the town of Vey.' },
    { id: 'rain', text: 'It has not rained in the valley for seven years.' },
  ]

  it('finds the claim that says it, best first, and no more than asked for', () => {
    const [ranked] = rankKnown(
      known,
      [{ id: 'q', text: 'so they SOLD the bridge of Orlo?! https://post.example/1' }],
      1,
    )
    expect(ranked?.hits.map(({ id }) => id)).toEqual(['bridge'])
  })

  it('reads the words inside a tag', () => {
    const [ranked] = rankKnown(known, [{ id: 'q', text: '#GoatsVote' }], 3)
    expect(ranked?.hits[0]?.id).toBe('goats')
  })

  it('finds nothing for what nobody has claimed', () => {
    expect(rankKnown(known, [{ id: 'q', text: 'Quartz' }], 3)).toEqual([{ id: 'q', hits: [] }])
  })
})
