import { useCallback, useEffect, useRef, useState } from 'react'
import { dayOf } from '../../export/view/day-words.ts'
import { type DiffRun, wordDiff } from '../../export/view/word-diff.ts'
import type { Suggestion } from '../../export/workbench/suggestions.ts'
import type { Decided } from '../../model/decision.ts'
import { bare, Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { forgetAnswers, isProblem, type Problem, send, useAsk, useList } from '../answers/ask.ts'
import type { DocumentAnswer } from '../answers/shapes.ts'
import { placeOf } from '../parts/setting.ts'
import { Answered, Empty, Trouble } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { isTyping } from '../shell/shell.tsx'
import { useMay } from '../team/me.ts'
import { NeedsRole } from '../team/needs-role.tsx'
import { words } from '../words.ts'
import { DecisionLog } from './decision-log.tsx'
import { MovedClaims } from './moved-claims.tsx'
import { usePreview } from './previews.ts'
import { sharedWords } from './shared-words.ts'
import { type Side, sidesOf } from './sides.ts'
import { askVoicesAhead, VoiceWords } from './voice-words.tsx'

/** Pairs the machine is unsure of, one at a time: read both, decide by a key, take it back when it was wrong. */
export function ReviewPage() {
  const list = useList<Suggestion>('/suggestions')
  return (
    <Page title={words.review.title} lead={<p>{words.review.lead}</p>}>
      <Answered asked={list}>
        {(rows) => <OneByOne suggestions={rows} total={list.total ?? rows.length} more={list.more} />}
      </Answered>
      <DecisionLog />
    </Page>
  )
}

/** What was done with a suggestion in this window; an id where the log got a line. */
interface Done {
  readonly suggestion: Suggestion
  readonly decided: string | undefined
}

function OneByOne({
  suggestions,
  total,
  more,
}: {
  readonly suggestions: readonly Suggestion[]
  readonly total: number
  readonly more: () => void
}) {
  const [done, setDone] = useState<readonly Done[]>([])
  // What was taken back waits again at once: the list that is asked for anew holds it a moment later.
  const [back, setBack] = useState<readonly Suggestion[]>([])
  const deciding = useRef(false)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const mayDecide = useMay('editor')
  const listed = [...back, ...suggestions.filter(({ id }) => !back.some((one) => one.id === id))]
  const waiting = listed.filter(({ id }) => !done.some(({ suggestion }) => suggestion.id === id))
  const [current, next] = waiting
  const left = waiting.length + total - suggestions.length
  useEffect(() => {
    if (waiting.length < 5 && left > waiting.length) more()
  }, [waiting.length, left, more])
  /** One at a time: a key pressed before the next pair is on the screen would decide one that nobody has read. */
  const tried = useCallback(async (work: () => Promise<void>) => {
    if (deciding.current) return setSaid(words.review.tooSoon)
    deciding.current = true
    try {
      await work()
      setProblem(undefined)
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
    } finally {
      deciding.current = false
    }
  }, [])
  const decide = useCallback(
    (isYes: boolean) =>
      tried(async () => {
        if (!current || !mayDecide) return setSaid(words.review.nothingDecided)
        const decision = isYes ? current.accept : current.reject
        const made = await send<Decided>('POST', '/decisions', { decision })
        setDone((before) => [...before, { suggestion: current, decided: made.id }])
        setSaid(isYes ? words.review.accepted : words.review.rejected)
      }),
    [current, tried, mayDecide],
  )
  const skip = useCallback(() => {
    if (deciding.current) return setSaid(words.review.tooSoon)
    if (!current) return
    setDone((before) => [...before, { suggestion: current, decided: undefined }])
    setSaid(words.review.skipped)
  }, [current])
  const undo = useCallback(
    () =>
      tried(async () => {
        const last = done.at(-1)
        if (!last) return
        if (last.decided !== undefined) await send('POST', `/decisions/${encodeURIComponent(last.decided)}/undo`)
        setDone((before) => before.slice(0, -1))
        setBack((before) => [last.suggestion, ...before.filter(({ id }) => id !== last.suggestion.id)])
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
        {said} {left > 0 && words.review.left(left)}
      </p>
      {problem && <Trouble problem={problem} />}
      {current ? <Pair key={current.id} suggestion={current} next={next} /> : <Empty title={words.review.none} />}
      {current && !mayDecide && <NeedsRole least="editor">{null}</NeedsRole>}
      {(current || done.length > 0) && (
        <p className="row-of-buttons">
          <button
            type="button"
            className="primary"
            disabled={!current || !mayDecide}
            aria-keyshortcuts="a"
            onClick={() => void decide(true)}
          >
            {words.review.accept} <kbd>A</kbd>
          </button>
          <button
            type="button"
            disabled={!current || !mayDecide}
            aria-keyshortcuts="r"
            onClick={() => void decide(false)}
          >
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

function Pair({ suggestion, next }: { readonly suggestion: Suggestion; readonly next: Suggestion | undefined }) {
  const { kind, why, score, by, accept } = suggestion
  const [a, b] = sidesOf(suggestion)
  const mayPreview = useMay('analyst')
  useEffect(() => {
    if (next) askVoicesAhead(next)
  }, [next])
  const differ = kind === 'same-claim' ? wordDiff(a.place?.quote ?? a.words, b.place?.quote ?? b.words) : undefined
  return (
    <>
      <h2>{words.review.asks[kind] ?? words.review.kind(kind)}</h2>
      <div className="sides review-sides">
        <OneSide side={a} runs={differ?.before} />
        <OneSide side={b} runs={differ?.after} />
      </div>
      <p className="soft">
        {words.review.why}: <Written most={400}>{why}</Written> {!by && `${words.review.score(score)}.`}
      </p>
      {by && (
        <p className="soft">
          <Written most={400}>{words.review.suggestedBy(by.model, by.host, by.prompt)}</Written>
        </p>
      )}
      {differ && <p className="soft">{words.review.marked}</p>}
      {accept.kind === 'note' ? (
        <p className="soft moves">{words.review.becomesNote}</p>
      ) : (
        mayPreview && <Moves suggestion={suggestion} next={next} />
      )}
      {kind === 'made-from' && <Beginnings reports={[a.id, b.id]} />}
    </>
  )
}

function OneSide({
  side: { id, kind, words: said, outlet, published, place },
  runs,
}: {
  readonly side: Side
  readonly runs?: readonly DiffRun[] | undefined
}) {
  let at = 0
  const to =
    kind === 'statement' || kind === 'words' ? undefined : hrefOf([kind === 'source' ? 'sources' : 'reports', id])
  return (
    <blockquote>
      {kind === 'statement' ? (
        <p dir="auto">
          “
          {runs ? (
            runs.map(({ text, changed }) => {
              at += text.length
              return changed ? <mark key={at}>{bare(text)}</mark> : <span key={at}>{bare(text)}</span>
            })
          ) : (
            <Written most={900}>{place?.quote ?? said}</Written>
          )}
          ”
        </p>
      ) : (
        <p className="answer">
          <Written most={300}>{said}</Written>
        </p>
      )}
      {kind === 'source' && <VoiceWords id={id} />}
      <footer>
        {place?.start !== undefined && place.end !== undefined && (
          <Link to={placeOf(place.document, { start: place.start, end: place.end })}>
            <Written most={80}>{outlet ?? place.document}</Written>
          </Link>
        )}
        {published && `, ${dayOf(published)}`}
        {to && kind !== 'words' && <Link to={to}>{words.review.open[kind]}</Link>}
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

/** Two reports side by side where they share words: enough to see whether one was made from the other. */
function Beginnings({ reports }: { readonly reports: readonly [string, string] }) {
  return (
    <div className="sides beginnings">
      {reports.map((id, index) => (
        <Beginning key={id} id={id} other={reports[1 - index] ?? ''} />
      ))}
    </div>
  )
}

function Beginning({ id, other }: { readonly id: string; readonly other: string }) {
  const asked = useAsk<DocumentAnswer>(`/documents/${encodeURIComponent(id)}`)
  return (
    <Answered asked={asked}>
      {(report) => {
        const { pieces, cutBefore, cutAfter } = sharedWords(report, other)
        return (
          <p dir="auto">
            {cutBefore && '… '}
            {pieces.map(({ at, text, shared }) =>
              shared ? <mark key={at}>{bare(text)}</mark> : <span key={at}>{bare(text)}</span>,
            )}
            {cutAfter && ' …'}
          </p>
        )
      }}
    </Answered>
  )
}

/** Which counts would move, beside the texts, which do not wait for it. */
function Moves({ suggestion, next }: { readonly suggestion: Suggestion; readonly next: Suggestion | undefined }) {
  const preview = usePreview(suggestion, next)
  if (preview === undefined) return <p className="soft moves">{words.review.movesWait}</p>
  if (preview === null) return <p className="soft moves">{words.review.movesUnknown}</p>
  return <MovedClaims preview={preview} says={words.review.moves(preview.changes.length)} />
}
