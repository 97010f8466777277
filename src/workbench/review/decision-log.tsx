import type { Decided, Decision } from '../../model/decision.ts'
import { forgetAnswers, send, useList } from '../answers/ask.ts'
import { dayAndHour } from '../parts/day.ts'
import { Answered } from '../parts/states.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'

/** What was decided, the latest first; every line can be taken back. */
export function DecisionLog() {
  const list = useList<Decided>('/decisions')
  return (
    <section className="part" aria-labelledby="decided-title">
      <h2 id="decided-title">{words.review.decided}</h2>
      <Answered asked={list} lines={3}>
        {(rows) => {
          const undone = new Set(rows.flatMap(({ undoes }) => undoes ?? []))
          const standing = rows.filter(({ id, decision }) => decision !== null && !undone.has(id))
          if (standing.length === 0) return <p className="soft">{words.review.decidedNone}</p>
          return (
            <ul className="plain-list">
              {standing.toReversed().map(({ id, decision, by, at }) => (
                <li key={id}>
                  <span className="chip">{words.review.kind(decision?.kind ?? '')}</span>{' '}
                  <Written most={300}>{toldOf(decision)}</Written>{' '}
                  <span className="soft">{words.claim.decidedBy(by, dayAndHour(at))}</span>{' '}
                  <button
                    type="button"
                    className="quiet small"
                    onClick={() =>
                      void send('POST', `/decisions/${encodeURIComponent(id)}/undo`).then(
                        forgetAnswers,
                        () => undefined,
                      )
                    }
                  >
                    {words.review.undoThis}
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
    </section>
  )
}

/** What a decision is about, by the words it names. */
function toldOf(decision: Decision | null): string {
  if (decision === null) return ''
  switch (decision.kind) {
    case 'same-claim':
    case 'not-same-claim':
      return `“${decision.a?.quote ?? ''}” – “${decision.b?.quote ?? ''}”`
    case 'same-source':
    case 'not-same-source':
      return `${decision.a?.name ?? ''} – ${decision.b?.name ?? ''}`
    case 'grade':
      return `${decision.source.name}: ${decision.letter}`
    case 'alias':
      return `${decision.source.name} = ${decision.name}`
    case 'affiliation':
      return `${decision.source.name} → ${decision.of?.name ?? '–'}`
    case 'made-from':
    case 'not-made-from':
      return `${decision.document} ← ${decision.from.kind === 'document' ? decision.from.document : decision.from.source.name}`
    case 'note':
    case 'tag':
      return decision.text
    case 'decline':
      return decision.suggestion
    case 'state':
      return words.states_of_work[decision.state] ?? decision.state
  }
}
