import { type FormEvent, useState } from 'react'
import { dayOf } from '../../export/view/day-words.ts'
import type { ClaimPage as ClaimAnswer } from '../../export/workbench/claim-page.ts'
import type { Decision } from '../../model/decision.ts'
import type { Annotation } from '../../model/report.ts'
import { Written } from '../../views/parts/written.tsx'
import { forgetAnswers, isProblem, type Problem, send } from '../answers/ask.ts'
import { Trouble } from '../parts/states.tsx'
import { NeedsRole } from '../team/needs-role.tsx'
import { words } from '../words.ts'

/** What people wrote about a claim and how far the work has come; all of it goes into the log of decisions. */
export function Notes({ answer }: { readonly answer: ClaimAnswer }) {
  const [problem, setProblem] = useState<Problem>()
  const [saved, setSaved] = useState(false)
  const first = answer.statements.find(({ id }) => id === answer.key) ?? answer.statements[0]
  if (!first) return null
  const { document, quote, start, end } = first
  const on = { kind: 'claim', statement: { document, quote, start, end } } as const
  const state = answer.annotations.findLast(({ kind }) => kind === 'state')?.text ?? 'open'

  const decide = async (decision: Decision): Promise<void> => {
    setSaved(false)
    try {
      await send('POST', '/decisions', { decision })
      setProblem(undefined)
      setSaved(true)
      forgetAnswers()
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
    }
  }
  const write = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    const [note, tag] = ['note', 'tag'].map((name) => String(new FormData(form).get(name) ?? '').trim())
    if (note) void decide({ kind: 'note', on, text: note })
    if (tag) void decide({ kind: 'tag', on, text: tag })
    form.reset()
  }
  return (
    <div className="notes">
      <ul className="plain-list">
        {answer.annotations.map((annotation) => (
          <li key={annotation.decision}>
            <OneAnnotation {...annotation} />
          </li>
        ))}
        {answer.annotations.length === 0 && <li className="soft">{words.claim.noNotes}</li>}
      </ul>
      <NeedsRole least="analyst">
        <form className="stack no-print" onSubmit={write}>
          <label>
            {words.claim.state}
            <select
              value={state}
              onChange={(event) => void decide({ kind: 'state', on, state: event.target.value as 'open' })}
            >
              {Object.entries(words.states_of_work).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
            <small>{words.claim.stateHint}</small>
          </label>
          <label>
            {words.claim.note}
            <textarea name="note" rows={2} placeholder={words.claim.noteFor} />
          </label>
          <label>
            {words.claim.tag}
            <input name="tag" maxLength={60} />
          </label>
          <button type="submit">{words.claim.save}</button>
          <span role="status">{saved && words.claim.saved}</span>
        </form>
      </NeedsRole>
      {problem && <Trouble problem={problem} />}
    </div>
  )
}

function OneAnnotation({ kind, text, by, at }: Annotation) {
  return (
    <>
      <span className="chip">{kind}</span>{' '}
      <Written>{kind === 'state' ? (words.states_of_work[text] ?? text) : text}</Written>{' '}
      <span className="soft">{words.claim.decidedBy(by, dayOf(at))}</span>
    </>
  )
}
