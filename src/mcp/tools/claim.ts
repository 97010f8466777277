import { z } from 'zod'
import { claimAnswer } from '../../export/agent/claim-answer.ts'
import { sealed } from '../../export/agent/sealed.ts'
import { claim as shape } from '../shapes.ts'
import { aboutMarks, defineTool, looks } from '../tool.ts'
import { claimAsked, handle, part } from './asked.ts'

export const claim = defineTool({
  name: 'claim',
  title: 'One claim',
  description: `What one claim stands on: who reported it earliest, the answers that reports give side by side, its origins, what changed on the way, and its statements with their trails. ${aboutMarks}`,
  input: z.strictObject({ claim: handle('The claim'), ...part }),
  output: shape,
  annotations: looks,
  async run(asked, { room }) {
    return room.tell(async (answer) => {
      const { shelf, claim } = await claimAsked(answer, asked.claim)
      return sealed(claimAnswer(shelf, claim, asked))
    })
  },
})
