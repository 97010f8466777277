import { z } from 'zod'
import { openedGiven } from '../../app/agent/trace-given.ts'
import { type Added, addAll } from '../../app/collection/add.ts'
import { stateOf } from '../../app/workbench/work.ts'
import { handleOf } from '../../export/agent/handles.ts'
import { sealed, words } from '../../export/agent/sealed.ts'
import { added } from '../shapes.ts'
import { defineTool, NotDone, writes } from '../tool.ts'
import { addresses, texts } from './asked.ts'

export const add = defineTool({
  name: 'add',
  title: 'Keep reports in the collection',
  description:
    'Keeps texts, or pages of the web, in the collection for good, and brings its answers up to date. Adding the same again changes nothing. Files are not read; give their words as `texts`.',
  input: z.strictObject({
    texts: texts.default([]),
    addresses: addresses.default([]).describe('Pages to fetch; only where the server was started with --web'),
  }),
  output: added,
  annotations: { ...writes, openWorldHint: true },
  async run(asked, { room, web }) {
    if (asked.texts.length === 0 && asked.addresses.length === 0)
      throw new NotDone('Give `texts` or `addresses` to keep.')
    if (asked.addresses.length > 0 && !web)
      throw new NotDone(
        'Addresses are fetched only where the server was started with --web; give the words as `texts`.',
      )
    const all: Added[] = []
    for await (const one of addAll(room.store, openedGiven(asked, web ?? {}), room.acting)) all.push(one)
    await room.answer()
    const refusals = all.flatMap((one) => one.refusals)
    return sealed({
      added: all.slice(0, 50).map((one) => ({
        input: words(one.input, 200),
        state: stateOf(one),
        reports: one.documents.slice(0, 10).map(({ document }) => handleOf('documents', document.id)),
      })),
      refused: refusals
        .slice(0, 10)
        .map(({ input, code, says }) => ({ input: words(input, 200), code, says: words(says, 200) })),
      more_refused: Math.max(0, refusals.length - 10),
    })
  },
})
