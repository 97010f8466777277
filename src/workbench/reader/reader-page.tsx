import { type KeyboardEvent, useMemo, useState } from 'react'
import { webAddress } from '../../export/naming/web-address.ts'
import { dayAndHour } from '../../export/view/day-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, Link, useAddress } from '../address/navigation.tsx'
import { apiHref, ofCollection, useAsk } from '../answers/ask.ts'
import type { DocumentAnswer } from '../answers/shapes.ts'
import { Answered } from '../parts/states.tsx'
import { Decisions } from '../review/decisions.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { Beside } from './beside.tsx'
import { BlamedText } from './blamed-text.tsx'
import { Chain } from './chain.tsx'
import { type HeldDocument, heldDocument } from './held-document.ts'
import { Versions } from './versions.tsx'

/** A report as `git blame` shows a file: the origin of every sentence in its margin. */
export function ReaderPage({ id }: { readonly id: string }) {
  const asked = useAsk<DocumentAnswer>(`/documents/${encodeURIComponent(id)}`)
  return (
    <Answered asked={asked} lines={14} whole>
      {(answer) => <Reader held={heldDocument(answer)} />}
    </Answered>
  )
}

function Reader({ held }: { readonly held: HeldDocument }) {
  const { document } = held.answer
  const here = useAddress()
  const [chosen, setChosen] = useState<string>()
  const beside = here.query.get('beside')
  const at = here.query.get('at')
  const target = useMemo(() => spanOf(at), [at])
  const atTarget =
    target && held.answer.statements.find(({ start, end }) => start < target.end && end > target.start)?.id
  const current = chosen ?? atTarget
  const chosenLayers = here.query.get('layers') ?? ''
  const layers = useMemo(() => chosenLayers.split(',').filter(Boolean), [chosenLayers])
  const outlet = nameOf(held.held, document.id)
  const title = document.title ?? outlet
  return (
    <Page
      title={title}
      kicker={<Byline held={held} outlet={outlet} />}
      heading={<Written most={400}>{title}</Written>}
      lead={<Relations held={held} />}
    >
      <Layers chosen={layers} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the links inside it */}
      <div className={beside ? 'reader with-beside' : 'reader'} onKeyDown={walkStatements}>
        <BlamedText held={held} layers={layers} target={target} current={current} choose={setChosen} />
        <aside className="reader-side" aria-label={words.reader.chain}>
          <Chain held={held} statement={current} />
          {beside && <Beside key={beside} held={held} beside={beside} statement={atTarget} />}
        </aside>
      </div>
      <Versions held={held} />
      <section className="part" aria-labelledby="decided-title">
        <h2 id="decided-title">{words.review.decided}</h2>
        <Decisions
          path={`/decisions?document=${encodeURIComponent(document.id)}`}
          none={words.review.decidedNoneHere}
        />
      </section>
    </Page>
  )
}

/** `702-728` as a span. */
function spanOf(words: string | null): { readonly start: number; readonly end: number } | undefined {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(words ?? '') ?? []
  return start && end ? { start: Number(start), end: Number(end) } : undefined
}

function Byline({ held, outlet }: { readonly held: HeldDocument; readonly outlet: string }) {
  const { document, versions } = held.answer
  const address = webAddress(document.url)
  const capture = versions.find(({ current }) => current)?.capture
  return (
    <span className="byline">
      <strong>
        <Written most={80}>{outlet}</Written>
      </strong>
      {document.published && (
        <time dateTime={/^[\dTZ:.+-]+$/.test(document.published) ? document.published : undefined}>
          <Written most={40}>{dayAndHour(document.published)}</Written>
        </time>
      )}
      {document.byline && (
        <span>
          <Written most={120}>{words.reader.by(document.byline)}</Written>
        </span>
      )}
      {address && (
        <a href={address} rel="noreferrer noopener external" target="_blank">
          {words.reader.original}
        </a>
      )}
      {capture !== undefined && (
        <a href={apiHref(ofCollection(`/captures/${capture}/raw?show`))} rel="noreferrer noopener" target="_blank">
          {words.reader.raw}
        </a>
      )}
    </span>
  )
}

/** What it was made from and what was made from it. */
function Relations({ held: { held, answer } }: { readonly held: HeldDocument }) {
  const { document, derivations, statements } = answer
  const from = derivations.filter(({ from, to }) => to === document.id && held.documents.has(from))
  const into = derivations.filter(({ from, to }) => from === document.id && held.documents.has(to))
  const notRead = document.language !== 'en' && statements.length === 0
  const list = (steps: typeof derivations, end: 'from' | 'to') =>
    [...new Map(steps.map((step) => [step[end], step])).values()].map((step, index) => (
      <span key={step[end]}>
        {index > 0 && ', '}
        <Link
          to={end === 'from' ? hrefOf(['reports', document.id], { beside: step.from }) : hrefOf(['reports', step.to])}
        >
          <Written most={60}>{nameOf(held, step[end])}</Written>
        </Link>{' '}
        <span className="soft">
          ({words.river.manners[step.manner] ?? step.manner}
          {step.basis === 'inferred' && `, ${words.claim.inferred(Math.round(step.confidence * 100))}`})
        </span>
      </span>
    ))
  return (
    <p className="note">
      {notRead ? words.reader.notRead : words.reader.statements(statements.length)}
      {from.length > 0 && (
        <>
          {' · '}
          {words.reader.madeFrom} {list(from, 'from')}
        </>
      )}
      {into.length > 0 && (
        <>
          {' · '}
          {words.reader.madeInto} {list(into, 'to')}
        </>
      )}
    </p>
  )
}

function Layers({ chosen }: { readonly chosen: readonly string[] }) {
  const here = useAddress()
  const toggle = (name: string): void => {
    const next = chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]
    go(withQuery(here, { layers: next.join(',') }), 'replace')
  }
  return (
    <fieldset className="layers no-print">
      <legend>{words.reader.layers}</legend>
      {Object.entries(words.reader.layer).map(([name, said]) => (
        <label key={name} className={`layer-choice ${name}`}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
          <span>{said}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Up and down from statement to statement. */
function walkStatements(event: KeyboardEvent<HTMLElement>): void {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.ctrlKey || event.metaKey || event.altKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('a.st.first')]
  const at = all.indexOf(event.target as HTMLElement)
  if (at < 0) return
  const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
