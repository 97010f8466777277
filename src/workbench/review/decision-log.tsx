import { words } from '../words.ts'
import { Decisions } from './decisions.tsx'

/** Everything that was decided in the collection. */
export function DecisionLog() {
  return (
    <section className="part" aria-labelledby="decided-title">
      <h2 id="decided-title">{words.review.decided}</h2>
      <Decisions path="/decisions" none={words.review.decidedNone} />
    </section>
  )
}
