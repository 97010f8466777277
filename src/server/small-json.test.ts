import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSmall, mostJson } from './small-json.ts'

const refusal = expect.objectContaining({ status: 413 })
const refused = (text: string): unknown => {
  try {
    checkSmall(text)
    return undefined
  } catch (error) {
    return error
  }
}

describe('JSON that is read here', () => {
  it('is whatever is not large, with anything in its texts', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6, stringUnit: 'binary' }), (text) => {
        expect(refused(text)).toBeUndefined()
      }),
    )
    expect(refused(JSON.stringify({ text: '[{,"\\'.repeat(100_000) }))).toBeUndefined()
    expect(refused(JSON.stringify(Array.from({ length: mostJson.parts }, () => 1)))).toBeUndefined()
    expect(refused('['.repeat(mostJson.depth) + ']'.repeat(mostJson.depth))).toBeUndefined()
  })

  it.each([
    ['nested deeper', '['.repeat(mostJson.depth + 1)],
    ['nested deeper in objects', '{"a":'.repeat(mostJson.depth + 1)],
    ['nested deeper behind a text that looks like an end', `["]]]\\"]",${'['.repeat(mostJson.depth)}`],
    ['of more parts', `[${'[],'.repeat(mostJson.parts)}1]`],
    ['of more names', `{${'"a":1,'.repeat(mostJson.parts + 1)}"a":1}`],
  ])('is not %s', (_, text) => {
    expect(refused(text)).toEqual(refusal)
  })
})
