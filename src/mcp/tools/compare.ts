import { z } from 'zod'
import { compareAnswer } from '../../export/agent/compare-answer.ts'
import { sealed } from '../../export/agent/sealed.ts'
import { compared } from '../shapes.ts'
import { aboutMarks, defineTool, looks, NotDone } from '../tool.ts'
import { documentAsked, handle, part } from './asked.ts'

export const compare = defineTool({
  name: 'compare',
  title: 'Two reports side by side',
  description: `What two reports of the collection share: words, claims, and who has it from whom. ${aboutMarks}`,
  input: z.strictObject({ a: handle('One report'), b: handle('The other'), ...part }),
  output: compared,
  annotations: looks,
  async run({ a, b, ...asked }, { room }) {
    const shelf = await room.shelf()
    const [one, other] = [documentAsked(shelf, a), documentAsked(shelf, b)]
    if (one === other) throw new NotDone('These are one report; name two.')
    return sealed(compareAnswer(shelf, one, other, asked))
  },
})
