import { Written } from '../../views/parts/written.tsx'
import type { Problem } from '../answers/ask.ts'
import { words } from '../words.ts'

/** Why a form was refused, beside it and in the server's own words. */
export function Refused({ problem }: { readonly problem: Problem }) {
  return (
    <p role="alert" className="warn-words">
      <Written>{problem.status === 0 ? words.states.problem(0).title : problem.detail || problem.title}</Written>
    </p>
  )
}
