import { z } from 'zod'
import { compareAnswer } from '../../export/agent/compare-answer.ts'
import { sealed } from '../../export/agent/sealed.ts'
import { beside } from '../../export/workbench/shelf.ts'
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
    return room.tell(async (answer) => {
      const [one, other] = [await documentAsked(answer, a), await documentAsked(answer, b)]
      if (one.document === other.document) throw new NotDone('These are one report; name two.')
      const shelf = one.shelf === other.shelf ? one.shelf : beside(one.shelf, other.shelf)
      return sealed(compareAnswer(shelf, one.document, other.document, asked))
    })
  },
})
