import type { ReportDocument, ReportStatement, Trail } from '../../model/report.ts'
import { overlap, type Span } from '../../model/span.ts'
import { webAddress } from '../markdown/escape.ts'
import { dayWords, hourOf } from '../view/day-words.ts'
import { count } from '../view/figure-words.ts'
import { handWorkOnDocument } from '../view/hand-words.ts'
import { isDocument, type Lookup, nameOf } from '../view/lookup.ts'
import { summarise } from '../view/summary.ts'
import { stations, trailWords } from '../view/trail-words.ts'
import { html, type Markup } from './markup.ts'
import { type Badges, badgeMark, badgeOf } from './origins.ts'
import type { Pages } from './pages.ts'
import { type Copied, copiedIn } from './passages.ts'
import { slug } from './slug.ts'

/** Every report with the origin of every sentence in its margin, as `git blame` does for code. */
export function blame(held: Lookup, badges: Badges, pages: Pages): Markup {
  const copied = copiedIn(held)
  const bare = new Set(summarise(held).addNothing)
  return html`${held.report.documents.map((document) => {
    const shared = copied.get(document.id) ?? []
    const sentences = pages.paragraphs(document.id).flat()
    const sheet: Sheet = {
      held,
      badges,
      pages,
      document,
      hues: new Map([...new Set(shared.map(({ from }) => from))].map((from, index) => [from, (index % TINTS) + 1])),
      said: bySentence(sentences, held.saidIn.get(document.id) ?? []),
      copied: bySentence(sentences, shared),
    }
    return article(sheet, bare.has(document.id))
  })}`
}

interface Sheet {
  readonly held: Lookup
  readonly badges: Badges
  readonly pages: Pages
  readonly document: ReportDocument
  /** The tint of each document that words were taken from. */
  readonly hues: ReadonlyMap<string, number>
  readonly said: ReadonlyMap<Span, readonly ReportStatement[]>
  readonly copied: ReadonlyMap<Span, readonly Copied[]>
}

/** Tints that stay apart as backgrounds under dark text; the key above the text names them. */
const TINTS = 4

function article(sheet: Sheet, bare: boolean): Markup {
  const { held, document, pages } = sheet
  const id = slug(document.id)
  const address = webAddress(document.url)
  const said = held.saidIn.get(document.id) ?? []
  const outlet = nameOf(held, document.id)
  const [first = [], ...rest] = pages.paragraphs(document.id)
  const headline =
    document.title && first[0]?.start === 0 && first[0].end === document.title.length ? first[0] : undefined
  const tongue = languageTag(document)
  const written = handWorkOnDocument(held, document.id)
  return html`<article class="sheet" id="d-${id}" aria-labelledby="h-${id}">
<header><p class="outlet"><bdi>${outlet}</bdi>${document.published && html` <time datetime="${document.published}">${dayWords(document.published)}${hourOf(document.published) && `, ${hourOf(document.published)}`}</time>`}${document.byline && html` <span class="byline">by <bdi>${document.byline}</bdi></span>`}${address && html` <a class="original" href="${address}" rel="noreferrer noopener external">original<span class="visually-hidden"> of ${document.title ?? outlet}</span></a>`}</p>
<div class="row headline">${headline ? margin(sheet, trailsOf(sheet, sheet.said.get(headline) ?? [])) : margin(sheet, [])}<h3 id="h-${id}" lang="${tongue}" dir="auto">${headline ? words(sheet, headline, sheet.said.get(headline) ?? []) : (document.title ?? outlet)}</h3></div>
<p class="note">${document.language !== 'en' && said.length === 0 ? 'Not searched for claims yet: language not read. ' : `${count(said.length, 'statement')}. `}${bare && html`<strong>Adds nothing of its own.</strong> `}${[...sheet.hues].map(([from, hue]) => html`<span class="key h${hue}">words shared with ${isDocument(held, from) ? html`<a href="#d-${slug(from)}"><bdi>${nameOf(held, from)}</bdi></a>` : html`<bdi>${nameOf(held, from)}</bdi>`}</span> `)}</p>${written.length > 0 && html`<ul class="plain">${written.map(({ words }) => html`<li><bdi>${words}</bdi></li>`)}</ul>`}</header>
<div class="blame" lang="${tongue}">
${(headline ? rest : [first, ...rest]).map((sentences) => paragraph(sheet, sentences))}
</div></article>`
}

/** Neighbouring sentences with the same origin share one margin, as neighbouring lines of one commit do. */
function paragraph(sheet: Sheet, sentences: readonly Span[]): Markup {
  const blocks: { key: string; trails: readonly Trail[]; parts: Markup[] }[] = []
  for (const sentence of sentences) {
    const inside = sheet.said.get(sentence) ?? []
    const trails = trailsOf(sheet, inside)
    const key = trails.map((trail) => trailWords(sheet.held, trail)).join('\n')
    const last = blocks.at(-1)
    const part = words(sheet, sentence, inside)
    if (last?.key === key) last.parts.push(part)
    else blocks.push({ key, trails, parts: [part] })
  }
  return html`<div class="par">${blocks.map(({ trails, parts }) => html`<div class="row">${margin(sheet, trails)}<p dir="auto">${parts.map((part, index) => html`${index > 0 && ' '}${part}`)}</p></div>`)}</div>
`
}

function margin({ held, badges }: Sheet, trails: readonly Trail[]): Markup {
  if (trails.length === 0) return html`<div class="margin empty"></div>`
  return html`<div class="margin">${trails.map((trail) => {
    const badge = badgeOf(held, badges, trail)
    const way = stations(held, trail)
    const end = way.at(-1)
    const via = way.slice(1, -1).map(({ name }) => name)
    const label =
      trail.end === 'circular'
        ? 'runs in a circle'
        : trail.end === 'origin' || way.length > 1
          ? end?.name
          : 'nobody named'
    return html`<p class="who${badge ? ` o${badge.hue}` : ' open'}">${badgeMark(badge, false)} <span><bdi>${label}</bdi>${trail.end === 'not-established' && label !== 'nobody named' && html`<small>not established</small>`}${trail.end === 'doubtful' && html`<small>doubtful: may be answering another question</small>`}${via.length > 0 && html`<small>via <bdi>${via.join(', ')}</bdi></small>`}${way.length === 1 && trail.end === 'origin' && html`<small>own authority</small>`}</span></p>`
  })}</div>`
}

/** One sentence cut at the ends of its statements and shared passages; each piece knows both. */
function words(sheet: Sheet, sentence: Span, inside: readonly ReportStatement[]): Markup {
  const { document, pages, copied, hues } = sheet
  const shared = copied.get(sentence) ?? []
  const edges = new Set([sentence.start, sentence.end])
  for (const { start, end } of [...inside, ...shared])
    for (const edge of [start, end]) if (edge > sentence.start && edge < sentence.end) edges.add(edge)
  const cuts = [...edges].sort((a, b) => a - b)
  const named = new Set<string>()
  const pieces = cuts.slice(0, -1).map((start, index) => {
    const piece = { start, end: cuts[index + 1] ?? sentence.end }
    const statement = inside.find((held) => overlap(held, piece) > 0)
    const passage = shared.find((held) => overlap(held, piece) > 0)
    const text = document.text.slice(piece.start, piece.end)
    const tint = passage ? ` copied h${hues.get(passage.from) ?? 1}` : ''
    if (!statement || !text.trim()) return passage ? html`<span class="${tint.trim()}">${text}</span>` : html`${text}`
    const first = !named.has(statement.id) && statement.start >= sentence.start
    named.add(statement.id)
    return statementLink(sheet, statement, text, tint, first)
  })
  // A statement inside another one has no words left of its own, but links lead to it.
  const covered = inside.filter(({ id, start }) => start >= sentence.start && !named.has(id))
  return html`<span id="${pages.sentenceId(document.id, sentence)}">${covered.map(({ id }) => html`<span id="s-${slug(id)}"></span>`)}${pieces}</span>`
}

function statementLink(
  { held, badges }: Sheet,
  statement: ReportStatement,
  text: string,
  tint: string,
  first: boolean,
): Markup {
  const trail = held.trails.get(statement.id)
  const badge = trail ? badgeOf(held, badges, trail) : undefined
  return html`<a class="st${badge ? ` o${badge.hue}` : ''}${tint}"${first && html` id="s-${slug(statement.id)}"`} href="${upstream(held, statement, trail)}" data-trail="t-${slug(statement.id)}">${text}</a>`
}

/** Where a click goes: the words of the report it was made from; where there is none, the claim. */
function upstream(held: Lookup, statement: ReportStatement, trail: Trail | undefined): string {
  const next = trail?.hops.find((hop) => isDocument(held, hop.node) && hop.node !== statement.document)?.node
  if (!next) return statement.claim ? `#c-${slug(statement.claim)}` : `#d-${slug(statement.document)}`
  const same = held.saidIn.get(next)?.find((other) => other.claim === statement.claim)
  return same ? `#s-${slug(same.id)}` : `#d-${slug(next)}`
}

function trailsOf({ held }: Sheet, inside: readonly ReportStatement[]): readonly Trail[] {
  const trails = new Map<string, Trail>()
  for (const statement of inside) {
    const trail = held.trails.get(statement.id)
    if (trail) trails.set(trailWords(held, trail), trail)
  }
  return [...trails.values()]
}

/** The spans that touch each sentence, found by halving; a span over many sentences stands with each of them. */
function bySentence<T extends Span>(sentences: readonly Span[], spans: readonly T[]): ReadonlyMap<Span, readonly T[]> {
  const found = new Map<Span, T[]>()
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end))
    for (let at = firstAfter(sentences, span.start); at < sentences.length; at++) {
      const sentence = sentences[at]
      if (!sentence || sentence.start >= span.end) break
      const others = found.get(sentence)
      if (others) others.push(span)
      else found.set(sentence, [span])
    }
  return found
}

/** Index of the first sentence that ends after an offset. */
function firstAfter(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function languageTag({ language }: ReportDocument): string {
  return /^[a-z]{2,3}$/.test(language) ? language : 'und'
}
