import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../../test/make.ts'
import { analyse } from '../../read.ts'
import { pageOf } from '../../syntax/page.ts'
import { tokens } from '../../tokens/tokens.ts'
import { draftsByRule } from '../drafts-by-rule.ts'
import { cueCodeCount, cueCodes } from './cue-codes.ts'
import { codesPerPlace, placeCodeCount, placesOf, roles } from './places.ts'
import { sceneOf } from './scene.ts'

function sceneOfText(body: string) {
  const document = documentOf(body)
  const layers = analyse(document, [tokens])
  const page = pageOf(document.text, layers.tokens, layers.sentences)
  return sceneOf(page, draftsByRule(page, []))
}

/** Words at which a part of the report with this cue may begin and end, by the names of the questions. */
function placesFor(body: string, cue: string) {
  const scene = sceneOfText(body)
  const head = scene.page.tokens.findIndex(({ text }) => text === cue)
  const tree = scene.tree(head)
  if (!tree) throw new Error('no tree')
  const places = placesOf(scene, tree, head)
  const word = (token: number) => (token < 0 ? 'nowhere' : scene.page.tokens[token]?.text)
  const of = (question: number) =>
    places.tokens.filter((_, i) => ((places.may[i] ?? 0) & (1 << question)) !== 0).map(word)
  return new Map(roles.flatMap((role, k) => [[`${role} begins`, of(2 * k)] as const, [`${role} ends`, of(2 * k + 1)]]))
}

const threeSentences = 'Nobody slept. The pier, Ruiz said, is safe. We looked.'

describe('places', () => {
  it.each([
    ['cue begins', ['The', 'pier', ',', 'Ruiz', 'said']],
    ['left begins', ['The', 'pier', ',', 'Ruiz', 'nowhere', 'Nobody']],
    ['left ends', ['The', 'pier', ',', 'Ruiz']],
    ['right begins', [',', 'is', 'safe', '.', 'nowhere']],
    ['right ends', [',', 'is', 'safe', '.', 'looked']],
    ['source ends', ['The', 'pier', ',', 'Ruiz', ',', 'is', 'safe', '.']],
  ])('knows where %s', (question, words) => {
    expect(placesFor(threeSentences, 'said').get(question)).toEqual(words)
  })

  it('sees no more kinds of things than the network has numbers for', () => {
    const words = fc.constantFrom('Ruiz', 'said', 'that', 'ships', '“', '”', ',', '.', 'according', 'to', 'it', 'sank')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), (list) => {
        const scene = sceneOfText(list.join(' '))
        scene.page.tokens.forEach((_, i) => {
          for (const code of cueCodes(scene, i)) expect(code).toBeLessThan(cueCodeCount)
          const tree = scene.tree(i)
          if (!tree) return
          const { tokens, codes, may } = placesOf(scene, tree, i)
          expect(codes.length).toBe(tokens.length * codesPerPlace)
          expect(may.length).toBe(tokens.length)
          for (const code of codes) expect(code).toBeLessThan(placeCodeCount)
        })
      }),
      { numRuns: 30 },
    )
  })
})
