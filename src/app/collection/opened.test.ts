import { describe, expect, it } from 'vitest'
import { byCapture } from './opened.ts'

describe('what was opened', () => {
  const capture = (input: string) => ({ input, bytes: new Uint8Array(), url: input, mediaType: undefined })

  it('comes page by page, and the list in which the pages stand at the end', async () => {
    const [feed, one, two] = [capture('feed'), capture('one'), capture('two')]
    const come: string[] = []
    async function* taken() {
      for (const next of [feed, one, feed, two]) {
        come.push(`asked for ${next.input}`)
        yield { documents: [], refusals: [], capture: next }
      }
    }
    for await (const opened of byCapture(taken()))
      come.push('capture' in opened ? opened.capture.input : opened.refusal.says)
    expect(come).toEqual(['asked for feed', 'asked for one', 'one', 'asked for feed', 'asked for two', 'two', 'feed'])
  })
})
