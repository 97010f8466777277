import { webAddress } from '../export/naming/web-address.ts'
import { dayAndHour } from '../export/view/day-words.ts'
import { handWorkOnDocument } from '../export/view/hand-words.ts'
import { isDocument, type Lookup, nameOf } from '../export/view/lookup.ts'
import type { ReportDocument, ReportStatement, Trail } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import { Written } from '../views/parts/written.tsx'
import { BlamedRow, type BlamedText, type StatementProps } from '../views/reader/blamed-row.tsx'
import type { Layer, LayerKind } from '../views/reader/pieces.ts'
import { SharedWith } from '../views/reader/shared-with.tsx'
import { firstWords, type TextParagraph, textRows, tintsOf } from '../views/reader/text-rows.ts'
import { words } from '../views/words.ts'
import { type Copied, copiedIn } from './passages.ts'
import type { Dossier } from './setting.tsx'
import { slug } from './slug.ts'

/** Every report with the origin of every sentence in its margin, as `git blame` does for code. */
export function Sheets({
  dossier,
  addNothing,
}: {
  readonly dossier: Dossier
  readonly addNothing: ReadonlySet<string>
}) {
  const copied = copiedIn(dossier.held)
  return dossier.held.report.documents.map((document) => (
    <Sheet
      key={document.id}
      dossier={dossier}
      document={document}
      copied={copied.get(document.id) ?? []}
      addsNothing={addNothing.has(document.id)}
    />
  ))
}

interface SheetProps {
  readonly dossier: Dossier
  readonly document: ReportDocument
  readonly copied: readonly Copied[]
  readonly addsNothing: boolean
}

function Sheet({ dossier, document, copied, addsNothing }: SheetProps) {
  const { held, setting } = dossier
  const { id, text, title } = document
  const said = held.saidIn.get(id) ?? []
  const trailOf = (statement: string) => held.trails.get(statement)
  const layers = [
    ...over('statement', said),
    ...over(
      'passage',
      copied.map(({ from, start, end }) => ({ id: from, start, end })),
    ),
    ...over('evidence', dossier.evidence(id)),
  ]
  const paragraphs = textRows(held, dossier.paragraphs(id), layers, trailOf)
  const first = firstWords(text, paragraphs)
  const tints = tintsOf(copied.map(({ from }) => from))
  const blamed = { setting, held, text, tints, trailOf, Statement: statementLink(held, first) }
  const tongue = /^[a-z]{2,3}$/.test(document.language) ? document.language : 'und'
  const hasHeadline = title !== null && title !== '' && text.startsWith(title)
  const [headline, ...rest] = hasHeadline ? paragraphs : [undefined, ...paragraphs]
  const written = handWorkOnDocument(held, id)
  return (
    <article className="sheet" id={`d-${slug(id)}`} aria-labelledby={`h-${slug(id)}`}>
      <header>
        <Byline document={document} outlet={nameOf(held, id)} />
        {headline?.rows.map((row) => (
          <BlamedRow key={row.start} row={row} heading={{ id: `h-${slug(id)}`, lang: tongue }} {...blamed} />
        )) ?? (
          <div className="blame-row">
            <div className="margin empty" />
            <h3 id={`h-${slug(id)}`} lang={tongue} dir="auto">
              <Written>{title ?? nameOf(held, id)}</Written>
            </h3>
          </div>
        )}
        <p className="note">
          {document.language !== 'en' && said.length === 0
            ? words.reader.notRead
            : `${words.reader.statements(said.length)}.`}
          {addsNothing && <strong> Adds nothing of its own.</strong>}
        </p>
        <SharedWith
          setting={setting}
          tints={tints}
          nameOf={(from) => nameOf(held, from)}
          leadsTo={(from) => (isDocument(held, from) ? setting.report(from) : undefined)}
        />
        {written.length > 0 && (
          <ul className="plain-list">
            {written.map(({ words }) => (
              <li key={words}>
                <Written>{words}</Written>
              </li>
            ))}
          </ul>
        )}
        {said.map(
          (statement) => !first.has(statement.id) && <span key={statement.id} id={`s-${slug(statement.id)}`} />,
        )}
      </header>
      <div className="blame" lang={tongue}>
        {rest.map((paragraph) => paragraph && <Par key={paragraph.start} paragraph={paragraph} blamed={blamed} />)}
      </div>
    </article>
  )
}

const over = (kind: LayerKind, spans: readonly (Span & { readonly id: string })[]): readonly Layer[] =>
  spans.map(({ id, start, end }) => ({ kind, id, start, end }))

function Par({ paragraph, blamed }: { readonly paragraph: TextParagraph; readonly blamed: BlamedText }) {
  return (
    <div className="par">
      {paragraph.rows.map((row) => (
        <BlamedRow key={row.start} row={row} {...blamed} />
      ))}
    </div>
  )
}

function Byline({ document, outlet }: { readonly document: ReportDocument; readonly outlet: string }) {
  const { published, byline, url, title } = document
  const address = webAddress(url)
  return (
    <p className="byline">
      <strong>
        <Written>{outlet}</Written>
      </strong>
      {published && (
        <time dateTime={/^[\dTZ:.+-]+$/.test(published) ? published : undefined}>{dayAndHour(published)}</time>
      )}
      {byline && <Written>{words.reader.by(byline)}</Written>}
      {address && (
        <a className="original" href={address} rel="noreferrer noopener external">
          {words.reader.original}
          <span className="visually-hidden">
            {' '}
            of <Written>{title ?? outlet}</Written>
          </span>
        </a>
      )}
    </p>
  )
}

/** The words of one statement: they lead upstream, and the script shows their trail beside them. */
function statementLink(held: Lookup, first: ReadonlyMap<string, number>) {
  return function StatementLink({ statement: id, start, className, children }: StatementProps) {
    const statement = held.statements.get(id)
    return (
      <a
        className={className}
        id={first.get(id) === start ? `s-${slug(id)}` : undefined}
        href={statement && upstream(held, statement, held.trails.get(id))}
        data-trail={`t-${slug(id)}`}
      >
        {children}
      </a>
    )
  }
}

/** Where a click goes: the words of the report it was made from; where there is none, the claim. */
function upstream(held: Lookup, statement: ReportStatement, trail: Trail | undefined): string {
  const next = trail?.hops.find((hop) => isDocument(held, hop.node) && hop.node !== statement.document)?.node
  if (!next) return statement.claim ? `#c-${slug(statement.claim)}` : `#d-${slug(statement.document)}`
  const same = held.saidIn.get(next)?.find((other) => other.claim === statement.claim)
  return same ? `#s-${slug(same.id)}` : `#d-${slug(next)}`
}
