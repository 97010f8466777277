import { useCallback, useEffect, useState } from 'react'
import type { Suggestion } from '../../export/workbench/suggestions.ts'
import type { Decided } from '../../model/decision.ts'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { forgetAnswers, isProblem, type Problem, send, useAsk, useList } from '../answers/ask.ts'
import type { DocumentAnswer, Preview } from '../answers/shapes.ts'
import { placeOf } from '../parts/quotation.tsx'
import { Answered, Empty, Trouble } from '../parts/states.tsx'
import { Written } from '../parts/written.tsx'
import { Page } from '../shell/page.tsx'
import { isTyping } from '../shell/shell.tsx'
import { words } from '../words.ts'
import { DecisionLog } from './decision-log.tsx'
import { type Side, sidesOf } from './sides.ts'

/** Pairs the machine is unsure of, one at a time: read both, decide by a key, take it back when it was wrong. */
export function ReviewPage() {
  const list = useList<Suggestion>('/suggestions')
  return (
    <Page title={words.review.title} lead={<p>{words.review.lead}</p>}>
      <Answered asked={list}>{(rows) => <OneByOne suggestions={rows} />}</Answered>
      <DecisionLog />
    </Page>
  )
}

/** What was done with a suggestion in this window; an id where the log got a line. */
interface Done {
  readonly suggestion: string
  readonly decided: string | undefined
}

function OneByOne({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const waiting = suggestions.filter(({ id }) => !done.some(({ suggestion }) => suggestion === id))
  const current = waiting[0]
  const tried = useCallback(async (work: () => Promise<void>) => {
    try {
      await work()
      setProblem(undefined)
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
    }
  }, [])
  const decide = useCallback(
    (isYes: boolean) =>
      tried(async () => {
        if (!current) return
        const decision = isYes ? current.accept : current.reject
        const made = await send<Decided>('POST', '/decisions', { decision })
        setDone((before) => [...before, { suggestion: current.id, decided: made.id }])
        setSaid(isYes ? words.review.accepted : words.review.rejected)
      }),
    [current, tried],
  )
  const skip = useCallback(() => {
    if (!current) return
    setDone((before) => [...before, { suggestion: current.id, decided: undefined }])
    setSaid(words.review.skipped)
  }, [current])
  const undo = useCallback(
    () =>
      tried(async () => {
        const last = done.at(-1)
        if (!last) return
        if (last.decided !== undefined) await send('POST', `/decisions/${encodeURIComponent(last.decided)}/undo`)
        setDone((before) => before.slice(0, -1))
        setSaid(words.review.undone)
        forgetAnswers()
      }),
    [done, tried],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        isTyping(event.target) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        document.querySelector('dialog[open]')
      )
        return
      if (event.key === 'a') void decide(true)
      else if (event.key === 'r') void decide(false)
      else if (event.key === 's') skip()
      else if (event.key === 'u') void undo()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [decide, skip, undo])
  return (
    <section className="review">
      <p className="soft" role="status">
        {said} {words.review.left(waiting.length)}
      </p>
      {problem && <Trouble problem={problem} />}
      {current ? <Pair key={current.id} suggestion={current} /> : <Empty title={words.review.none} />}
      {(current || done.length > 0) && (
        <p className="row-of-buttons">
          <button
            type="button"
            className="primary"
            disabled={!current}
            aria-keyshortcuts="a"
            onClick={() => void decide(true)}
          >
            {words.review.accept} <kbd>A</kbd>
          </button>
          <button type="button" disabled={!current} aria-keyshortcuts="r" onClick={() => void decide(false)}>
            {words.review.reject} <kbd>R</kbd>
          </button>
          <button type="button" disabled={!current} aria-keyshortcuts="s" onClick={skip}>
            {words.review.skip} <kbd>S</kbd>
          </button>
          <button
            type="button"
            className="quiet"
            disabled={done.length === 0}
            aria-keyshortcuts="u"
            onClick={() => void undo()}
          >
            {words.review.undo} <kbd>U</kbd>
          </button>
        </p>
      )}
    </section>
  )
}

function Pair({ suggestion }: { readonly suggestion: Suggestion }) {
  const { kind, why, score, by, accept } = suggestion
  const [a, b] = sidesOf(suggestion)
  return (
    <>
      <h2>{words.review.asks[kind] ?? words.review.kind(kind)}</h2>
      <div className="sides review-sides">
        <OneSide side={a} />
        <OneSide side={b} />
      </div>
      <p className="soft">
        {words.review.why}: <Written most={400}>{why}</Written> {!by && `${words.review.score(score)}.`}
      </p>
      {by && (
        <p className="soft">
          <Written most={400}>{words.review.suggestedBy(by.model, by.host, by.prompt)}</Written>
        </p>
      )}
      {kind === 'made-from' && <Beginnings reports={[a.id, b.id]} />}
      {accept.kind === 'note' ? (
        <p className="soft moves">{words.review.becomesNote}</p>
      ) : (
        <Moves suggestion={suggestion} />
      )}
    </>
  )
}

function OneSide({ side: { id, kind, words: said, place } }: { readonly side: Side }) {
  const to =
    kind === 'statement' || kind === 'words' ? undefined : hrefOf([kind === 'source' ? 'sources' : 'reports', id])
  return (
    <blockquote>
      {kind === 'statement' ? (
        <p dir="auto">
          “<Written most={900}>{place?.quote ?? said}</Written>”
        </p>
      ) : (
        <p className="answer">
          <Written most={300}>{said}</Written>
        </p>
      )}
      <footer>
        {place?.start !== undefined && place.end !== undefined && (
          <Link to={placeOf(place.document, { start: place.start, end: place.end })}>
            <Written most={80}>{place.document}</Written>
          </Link>
        )}
        {to && kind !== 'words' && <Link to={to}>{words.search.kinds[kind]}</Link>}
        {kind === 'statement' && (
          <>
            {' · '}
            <Link to={hrefOf(['claims', id])}>{words.why.openClaim}</Link>
          </>
        )}
      </footer>
    </blockquote>
  )
}

/** How two reports begin, side by side: enough to see whether one was made from the other. */
function Beginnings({ reports }: { readonly reports: readonly [string, string] }) {
  return (
    <div className="sides beginnings">
      {reports.map((id) => (
        <Beginning key={id} id={id} />
      ))}
    </div>
  )
}

function Beginning({ id }: { readonly id: string }) {
  const asked = useAsk<DocumentAnswer>(`/documents/${encodeURIComponent(id)}`)
  return (
    <Answered asked={asked}>
      {({ document }) => (
        <p dir="auto">
          <Written most={1_200}>{document.text.slice(document.title?.length ?? 0).trimStart()}</Written>
        </p>
      )}
    </Answered>
  )
}

/** Which counts would move, asked before anything is written. */
function Moves({ suggestion }: { readonly suggestion: Suggestion }) {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    let gone = false
    send<Preview>('POST', '/decisions?preview', { decision: suggestion.accept }).then(
      (found) => !gone && setPreview(found),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [suggestion])
  if (!preview) return <p className="soft moves">{words.review.movesWait}</p>
  return (
    <div className="moves">
      <p className="soft">{words.review.moves(preview.changes.length)}</p>
      <ul className="plain-list">
        {preview.changes.slice(0, 8).map(({ key, gist, before, after }) => (
          <li key={key}>
            <strong>{words.review.from(before, after)}</strong> <Written most={140}>{gist}</Written>
          </li>
        ))}
      </ul>
    </div>
  )
}
