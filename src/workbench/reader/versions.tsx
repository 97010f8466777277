import { dayAndHour } from '../../export/view/day-words.ts'
import { type DiffRun, wordDiff } from '../../export/view/word-diff.ts'
import { bare } from '../../views/parts/written.tsx'
import { withQuery } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { apiHref, ofCollection } from '../answers/ask.ts'
import { useGet } from '../answers/get.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'
import type { HeldDocument } from './held-document.ts'

/** Every version of a report, when it was captured, and what of substance its outlet changed. */
export function Versions({ held: { answer } }: { readonly held: HeldDocument }) {
  const here = useAddress()
  const chosen = here.query.get('version')
  if (answer.versions.length === 0) return null
  return (
    <section className="part" id="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{words.reader.versions}</h2>
      <ul className="plain-list">
        {answer.versions.map(({ version, capture, addedAt, sha256 }) => (
          <li key={version}>
            {version > 1 ? (
              <Link to={withQuery(here, { version: chosen === String(version) ? '' : version })}>
                {words.reader.version(version)}
              </Link>
            ) : (
              words.reader.version(version)
            )}{' '}
            <span className="soft">
              {dayAndHour(addedAt)} · <a href={apiHref(ofCollection(`/captures/${capture}/raw`))}>{words.reader.raw}</a>{' '}
              · {words.reader.digest} <code title={sha256}>{sha256.slice(0, 12)}…</code>
            </span>
            {chosen === String(version) && <Edits document={answer.document.id} version={version} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Edits({ document, version }: { readonly document: string; readonly version: number }) {
  const asked = useGet('/documents/{id}/versions/{n}', { id: document, n: version })
  return (
    <Answered asked={asked} lines={3}>
      {({ edits, unreadable }) =>
        unreadable.length > 0 ? (
          <p>{words.reader.unreadable(unreadable)}</p>
        ) : edits.length === 0 ? (
          <p>{words.reader.noChange}</p>
        ) : (
          edits.map(({ aspect, before, after }) => {
            const diff = wordDiff((before?.quote ?? '').slice(0, 2_000), (after?.quote ?? '').slice(0, 2_000))
            return (
              <div key={`${aspect} ${before?.start} ${after?.start}`} className="pair change">
                <p className="says">
                  <span className="chip">{words.reader.edited[aspect] ?? aspect}</span>
                </p>
                <div className="sides">
                  <Side runs={diff.before} how="del" />
                  <Side runs={diff.after} how="ins" />
                </div>
              </div>
            )
          })
        )
      }
    </Answered>
  )
}

function Side({ runs, how: How }: { readonly runs: readonly DiffRun[]; readonly how: 'del' | 'ins' }) {
  let at = 0
  return (
    <blockquote>
      <p dir="auto">
        {runs.map(({ text, changed }) => {
          at += text.length
          return changed ? <How key={at}>{bare(text)}</How> : <span key={at}>{bare(text)}</span>
        })}
      </p>
    </blockquote>
  )
}
