import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import type { Job } from '../answers/shapes.ts'
import { words } from '../words.ts'

/** What became of everything that was handed in, input by input. */
export function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return <p className="soft">{words.add.jobsNone}</p>
  return (
    <div className="jobs" aria-live="polite">
      {jobs.map((job) => (
        <OneJob key={job.id} job={job} />
      ))}
    </div>
  )
}

function OneJob({ job }: { readonly job: Job }) {
  const ready = job.items.filter(({ state }) => state !== 'waiting').length
  return (
    <div className={`job ${job.state}`}>
      <p className="job-head">
        <span className="chip">{words.add.states[job.state]}</span> {words.add.progress(ready, job.items.length)}{' '}
        <Written most={200}>{job.says}</Written>
        {job.state === 'running' && (
          <progress value={ready} max={Math.max(1, job.items.length)} aria-label={words.add.states.running} />
        )}
        {job.state === 'done' && <Link to={hrefOf(['claims'])}>{words.add.seeClaims}</Link>}
      </p>
      <ul className="plain-list bare">
        {job.items.map(({ input, state, says, documents }, index) => {
          const amount = documents.length
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one input may be handed in twice
            <li key={index} className={`job-item ${state}`}>
              <span className="job-state">{words.add.states[state]}</span> <Written most={120}>{input}</Written>{' '}
              <span className="soft">{amount > 0 && words.add.reports(amount)}</span>{' '}
              {says && <Written most={400}>{says}</Written>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
