import { z } from 'zod'
import { decide } from '../../app/collection/decide.ts'
import type { Answer } from '../../app/workbench/answer.ts'
import { decisionIn } from '../../collection/decision-schema.ts'
import { documentNamed, sourceNamed } from '../../export/agent/handles.ts'
import { sealed } from '../../export/agent/sealed.ts'
import type { Subject } from '../../model/decision.ts'
import { withoutHidden } from '../../text/hidden.ts'
import { noted } from '../shapes.ts'
import { defineTool, NotDone, writes } from '../tool.ts'
import { claimFound, handle } from './asked.ts'

export const note = defineTool({
  name: 'note',
  title: 'Write a note',
  description:
    'Puts a note, a tag or a state (open, in-progress, waiting, unverifiable, settled) on a claim, a report or a source. It stands in the log under the name of the user with “by an agent”, and can be taken back. It changes no count.',
  input: z.strictObject({
    on: handle('A claim, a report or a source'),
    kind: z.enum(['note', 'tag', 'state']).default('note'),
    text: z.string().min(1).max(2_000),
  }),
  output: noted,
  annotations: { ...writes, idempotentHint: false },
  async run({ on, kind, text }, { room }) {
    const subject = await room.tell((answer) => subjectOf(answer, on))
    const written = withoutHidden(text).text
    const found = decisionIn({ kind, on: subject, ...(kind === 'state' ? { state: written } : { text: written }) })
    if ('says' in found) throw new NotDone(`${found.says}.`)
    const by = `${room.acting.by}, by an agent`
    const { id } = await decide(room.store, { decision: found.decision }, { ...room.acting, by })
    return sealed({ decision: id, on, kind })
  },
})

async function subjectOf(answer: Answer, given: string): Promise<Subject> {
  const document = documentNamed(answer.catalogue, given)
  if (document) return { kind: 'document', document: document.id }
  const source = sourceNamed(answer.catalogue, given)
  if (source) return { kind: 'source', source: { name: source.name, kind: source.kind } }
  const found = await claimFound(answer, given)
  const statement = found?.shelf.statements.get(found.claim.statements[0] ?? '')
  if (!statement)
    throw new NotDone('There is no such claim, report or source. The tools search and trace give handles.')
  const { document: stands, quote, start, end } = statement
  return { kind: 'claim', statement: { document: stands, quote, start, end } }
}
