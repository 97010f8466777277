import { useState } from 'react'
import { dayAndHour } from '../../export/view/day-words.ts'
import type { DecisionRow } from '../../export/workbench/decision-rows.ts'
import { roleToUndo } from '../../team/allowed.ts'
import { isEnough } from '../../team/roles.ts'
import { Written } from '../../views/parts/written.tsx'
import { forgetAnswers, isProblem, type Problem, send, useList } from '../answers/ask.ts'
import type { Preview } from '../answers/shapes.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { Answered, Trouble } from '../parts/states.tsx'
import { useMay, useMe, useRole } from '../team/me.ts'
import { words } from '../words.ts'
import { MovedClaims } from './moved-claims.tsx'

/** What people decided, the latest first: who, when, why, what it moved; every line can be taken back where it stands. */
export function Decisions({ path, none }: { readonly path: string; readonly none: string }) {
  const list = useList<DecisionRow>(path)
  return (
    <Answered asked={list} lines={2}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="soft">{none}</p>
        ) : (
          <>
            <ul className="plain-list decisions">
              {rows.map((row) => (
                <OneDecision key={row.id} row={row} />
              ))}
            </ul>
            <MoreButton list={list} />
          </>
        )
      }
    </Answered>
  )
}

function OneDecision({ row }: { readonly row: DecisionRow }) {
  const { id, by, at, reason, decision, undone, unapplied } = row
  const [moved, setMoved] = useState<Preview | 'waiting'>()
  const [problem, setProblem] = useState<Problem>()
  const role = useRole()
  const me = useMe().value?.name ?? ''
  const mayPreview = useMay('analyst')
  const mayTakeBack = role === undefined || isEnough(role, roleToUndo({ decision, by }, me))
  const path = `/decisions/${encodeURIComponent(id)}/undo`
  const tried = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => setProblem(undefined),
      (trouble: unknown) => setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' }),
    )
  const takeBack = (): void => void tried(send('POST', path).then(forgetAnswers))
  const look = (): void => {
    setMoved('waiting')
    void tried(
      send<Preview>('POST', `${path}?preview`).then(setMoved, (trouble: unknown) => {
        setMoved(undefined)
        throw trouble
      }),
    )
  }
  const grades = decision !== null && canMove.has(decision.kind)
  return (
    <li className={undone ? 'taken-back' : undefined}>
      <p>
        <span className="chip">{words.review.kind(decision?.kind ?? '')}</span>{' '}
        <Written most={400}>{row.words}</Written>
      </p>
      <p className="soft">
        {words.claim.decidedBy(by, dayAndHour(at))}
        {reason && (
          <>
            {' · '}
            {words.review.because} <Written most={300}>{reason}</Written>
          </>
        )}
        {undone && ` · ${words.review.takenBack}`}
      </p>
      {unapplied !== null && !undone && (
        <p className="note">
          {words.review.unapplied} <Written most={300}>{unapplied}</Written>
        </p>
      )}
      {!undone && (
        <p className="row-of-buttons no-print">
          {grades && mayPreview && moved === undefined && (
            <button type="button" className="quiet small" onClick={look}>
              {words.review.whatItMoved}
            </button>
          )}
          <button type="button" className="quiet small" disabled={!mayTakeBack} onClick={takeBack}>
            {words.review.undoThis}
          </button>
        </p>
      )}
      {moved === 'waiting' && (
        <p className="soft" role="status">
          {words.review.movesWait}
        </p>
      )}
      {moved !== undefined && moved !== 'waiting' && (
        <MovedClaims preview={moved} says={words.review.undoMoves(moved.changes.length)} />
      )}
      {problem && <Trouble problem={problem} />}
    </li>
  )
}

/** A grade, a note, a tag and a state stand beside the answers and move no count. */
const canMove: ReadonlySet<string> = new Set([
  'same-claim',
  'not-same-claim',
  'same-source',
  'not-same-source',
  'alias',
  'affiliation',
  'made-from',
  'not-made-from',
])
