import { z } from 'zod'
import { listed } from '../../export/agent/listed.ts'
import { sealed } from '../../export/agent/sealed.ts'
import { sourceLine } from '../../export/agent/source-line.ts'
import { sourcesFor } from '../../export/workbench/source-rows.ts'
import { sources as shape } from '../shapes.ts'
import { aboutMarks, defineTool, looks } from '../tool.ts'
import { part } from './asked.ts'

export const sources = defineTool({
  name: 'sources',
  title: 'Who is said to have said it',
  description: `The voices of the collection, those that most claims go back to first: people, institutions, outlets, and those that nobody names. ${aboutMarks}`,
  input: z.strictObject({ name: z.string().max(500).default('').describe('Part of the name'), ...part }),
  output: shape,
  annotations: looks,
  async run({ name, ...asked }, { room }) {
    const { catalogue } = await room.answer()
    return sealed({
      sources: listed(
        sourcesFor(catalogue, name),
        asked,
        ({ id }) => id,
        (source) => sourceLine(catalogue, source),
      ),
    })
  },
})
