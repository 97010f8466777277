import { useId, useState } from 'react'
import { Written } from '../../views/parts/written.tsx'
import { isProblem, type Problem, send } from '../answers/ask.ts'
import type { ImportedAnswer } from '../answers/shapes.ts'
import { Trouble } from '../parts/states.tsx'
import { NeedsRole } from '../team/needs-role.tsx'
import { words } from '../words.ts'

/** What people wrote in other programs is handed in here, and it is told of each file what was taken, and what was not and why. */
export function ImportedNotes() {
  const field = useId()
  const [state, setState] = useState<'reading' | Problem | readonly ImportedAnswer[]>([])
  const give = async (files: readonly File[]): Promise<void> => {
    const form = new FormData()
    for (const file of files) form.append('files', file, file.name)
    setState('reading')
    try {
      setState((await send<{ readonly imports: readonly ImportedAnswer[] }>('POST', '/imports', form)).imports)
    } catch (trouble) {
      setState(isProblem(trouble) ? trouble : { status: 0, title: '' })
    }
  }
  return (
    <section className="export-group" aria-label={words.exported.back}>
      <h2>{words.exported.back}</h2>
      <p className="soft">{words.exported.backLead}</p>
      <NeedsRole least="analyst">
        <p className="file-choice">
          <input
            id={field}
            className="visually-hidden"
            type="file"
            multiple
            accept=".json,.jsonl,.jsonld"
            disabled={state === 'reading'}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])]
              if (files.length > 0) void give(files)
              target.value = ''
            }}
          />
          <label htmlFor={field} className="button">
            {state === 'reading' ? words.exported.reading : words.exported.choose}
          </label>
        </p>
      </NeedsRole>
      {isProblem(state) && <Trouble problem={state} />}
      <div className="jobs" aria-live="polite">
        {typeof state === 'object' &&
          'map' in state &&
          // biome-ignore lint/suspicious/noArrayIndexKey: one file may be handed in twice
          state.map((one, index) => <OneFile key={index} imported={one} />)}
      </div>
    </section>
  )
}

function OneFile({ imported }: { readonly imported: ImportedAnswer }) {
  const { input, format, kept, known, own, refused } = imported
  const counts = [
    words.exported.kept(kept),
    ...(known > 0 ? [words.exported.known(known)] : []),
    ...(own > 0 ? [words.exported.own(own)] : []),
    ...(refused.length > 0 ? [words.exported.refused(refused.length)] : []),
  ]
  return (
    <div className="job">
      <p className="job-head">
        <Written most={120}>{input}</Written> <span className="chip">{format ?? words.exported.notNotes}</span>{' '}
        {format !== null && counts.join(', ')}
      </p>
      <ul className="plain-list bare">
        {refused.slice(0, shown).map(({ input: note, says }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one note may be refused for two things
          <li key={index} className="job-item refused">
            <span className="job-state">{words.add.states.refused}</span> {/* The file is told above. */}
            {note !== input && <Written most={120}>{note.slice(input.length + 2)}</Written>}{' '}
            <Written most={400}>{says}</Written>
          </li>
        ))}
        {refused.length > shown && <li className="soft">{words.exported.more(refused.length - shown)}</li>}
      </ul>
    </div>
  )
}

/** Refusals of one file that are told; who has more reads why in the first of them. */
const shown = 100
