import { z } from 'zod'
import { statementNamed } from '../../export/agent/handles.ts'
import { sealed } from '../../export/agent/sealed.ts'
import { trailAnswer } from '../../export/agent/trail-answer.ts'
import { trail as shape } from '../shapes.ts'
import { aboutMarks, defineTool, looks } from '../tool.ts'
import { claimAsked, handle, part } from './asked.ts'

export const trail = defineTool({
  name: 'trail',
  title: 'How a claim got here',
  description: `Every trail of a claim, hop by hop from the report upstream to where it ends, each hop with the words and the rule that justify it. ${aboutMarks}`,
  input: z.strictObject({
    claim: handle('The claim, or a statement of it'),
    only_this_statement: z.boolean().default(false).describe('Only the trail of the statement that the handle names'),
    ...part,
  }),
  output: shape,
  annotations: looks,
  async run({ claim: given, only_this_statement, ...asked }, { room }) {
    return room.tell(async (answer) => {
      const { shelf, claim } = await claimAsked(answer, given)
      const statement = only_this_statement ? statementNamed(shelf, given)?.id : undefined
      return sealed(trailAnswer(shelf, claim, asked, statement))
    })
  },
})
