import type { Hop, ReportStatement, Series, Trail } from '../../model/report.ts'
import { type Answer, type Change, type ClaimView, quoteOf, reachWords } from '../view/claim-view.ts'
import { dayWords } from '../view/day-words.ts'
import { type Lookup, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import { moves, seriesWords } from '../view/series-view.ts'
import { series as listed } from '../view/summary.ts'
import { endWords, type Station, stations, trailWords } from '../view/trail-words.ts'
import { type DiffRun, wordDiff } from '../view/word-diff.ts'
import { html, type Markup } from './markup.ts'
import { type Badges, badgeMark, badgeOf } from './origins.ts'
import type { Pages } from './pages.ts'
import { seriesPlot } from './series-plot.ts'
import { slug } from './slug.ts'

/** What the detail of a claim is drawn from. */
export interface Detail {
  readonly held: Lookup
  readonly badges: Badges
  readonly pages: Pages
  /** The series that each claim has a part in. */
  readonly series: ReadonlyMap<string, readonly Series[]>
}

/** The reasoning behind one row: answers side by side, figures over time, what changed, what clashes, every trail, what stays open. */
export function claimDetail(detail: Detail, view: ClaimView): Markup {
  const reach = reachWords(detail.held, view.claim)
  const over = overTime(detail, view.claim.id)
  return html`<div class="reasoning">
${reach && html`<p class="reach">${reach}</p>`}
${part('Answers', html`<ul class="answers-list">${view.answers.map((answer) => answerCard(detail, answer))}</ul>`)}
${over.length > 0 && part('Figures over time', html`${over}`)}
${view.changes.length > 0 && part('Changed on the way', html`${view.changes.map((change) => pair(detail, change, 'change'))}`)}
${view.conflicts.length > 0 && part('Disputed', html`${view.conflicts.map((change) => pair(detail, change, 'conflict'))}`)}
${part('Trails', trails(detail, view))}${view.hand.length > 0 && part('By hand', html`<ul class="plain">${view.hand.map(({ words }) => html`<li><bdi>${words}</bdi></li>`)}</ul>`)}
${open(detail, view)}
</div>`
}

function part(title: string, body: Markup): Markup {
  return html`<section class="part"><h3>${title}</h3>${body}</section>`
}

/** Each series in which something moved, in words and drawn, with the other claims that give figures of it. */
function overTime({ held, badges, series }: Detail, claim: string): readonly Markup[] {
  return (series.get(claim) ?? []).filter(moves).map((each) => {
    const others = each.claims.filter((id) => id !== claim).flatMap((id) => held.claims.get(id) ?? [])
    return html`<p class="over-time"><bdi>${seriesWords(held, each)}</bdi></p>
${others.length > 0 && html`<p class="with">Also in ${others.map(({ id, gist }, index) => html`${index > 0 && ', '}<a href="#c-${slug(id)}">“<bdi>${shorten(oneLine(gist), 100)}</bdi>”</a>`)}.</p>`}${seriesPlot(held, badges, each)}`
  })
}

function answerCard(detail: Detail, { words, position, origins, outlets, statements }: Answer): Markup {
  const marks = [...new Set(position.origins.map((node) => detail.badges.of(node)))]
  const first = statements[0]
  return html`<li><p class="answer"><bdi>${words}</bdi></p>
<p class="by">${marks.map((badge) => badgeMark(badge, false))} ${origins.length > 0 ? html`<bdi>${listed(origins)}</bdi>` : html`<em>not established</em>`}</p>
${first && quote(detail, first, [{ text: shorten(quoteOf(first), 280), changed: false }])}
<p class="outlets">${outlets.length === 1 ? 'printed by ' : `printed by ${outlets.length} outlets: `}<bdi>${listed(outlets)}</bdi></p></li>`
}

function pair(detail: Detail, { from, to, aspects, says }: Change, look: 'change' | 'conflict'): Markup {
  const diff = wordDiff(quoteOf(from), quoteOf(to))
  const about = [...new Set(aspects)]
  return html`<div class="pair ${look}"><p class="says">${about.map((aspect) => html`<span class="chip">${aspect}</span> `)}<bdi>${says.join(' ')}</bdi></p>
<div class="sides">${quote(detail, from, diff.before, look === 'change' ? 'del' : 'mark')}${quote(detail, to, diff.after, look === 'change' ? 'ins' : 'mark')}</div></div>`
}

type Emphasis = 'del' | 'ins' | 'mark'

function quote({ held }: Detail, statement: ReportStatement, runs: readonly DiffRun[], emphasis?: Emphasis): Markup {
  const document = held.documents.get(statement.document)
  return html`<blockquote><p dir="auto">“${runs.map(({ text, changed }) => (changed ? emphasised(text, emphasis) : html`${text}`))}”</p>
<footer><a href="#s-${slug(statement.id)}"><bdi>${nameOf(held, statement.document)}</bdi></a>${document?.published && html`, ${dayWords(document.published)}`}${statement.certainty !== 'asserted' && html` · ${statement.certainty}`}</footer></blockquote>`
}

function emphasised(text: string, emphasis: Emphasis | undefined): Markup {
  if (emphasis === 'del') return html`<del>${text}</del>`
  if (emphasis === 'ins') return html`<ins>${text}</ins>`
  return html`<mark>${text}</mark>`
}

/** Trails that travelled the same way are told once; each statement of them is named so that the margins can show its trail. */
function trails(detail: Detail, view: ClaimView): Markup {
  const ways = new Map<string, Trail[]>()
  for (const trail of view.trails) {
    const words = trailWords(detail.held, trail)
    const others = ways.get(words)
    if (others) others.push(trail)
    else ways.set(words, [trail])
  }
  return html`<ul class="trails">${[...ways.values()].map((same) => trailItem(detail, same))}</ul>`
}

function trailItem(detail: Detail, same: readonly Trail[]): Markup {
  const trail = same[0]
  if (!trail) return html``
  const way = stations(detail.held, trail)
  const badge = badgeOf(detail.held, detail.badges, trail)
  const [first, ...hops] = way
  return html`<li>${same.map(({ statement }) => html`<span id="t-${slug(statement)}"></span>`)}<ol class="trail"><li class="station start"><a href="#s-${slug(trail.statement)}"><bdi>${first?.name ?? ''}</bdi></a></li>
${hops.map(({ name, hop }, index) => hop && html`<li class="station ${hop.basis}">${index === hops.length - 1 && badge && badgeMark(badge, false)}<bdi class="where">${name}</bdi> <span class="basis">${hop.rule === 'decision/made-from' ? 'by hand' : hop.basis === 'stated' ? 'stated' : `inferred, ${Math.round(hop.confidence * 100)} %`}</span> ${hopQuote(detail, hop)}</li>`)}</ol>${endNote(detail, trail)}</li>`
}

function hopQuote({ held, pages }: Detail, hop: Hop): Markup {
  return html`<a class="hop" href="${pages.address(hop.document, hop.start)}" title="${hop.rule}"><q>${shorten(oneLine(hop.quote.slice(0, 2_000)), 160)}</q></a> <span class="in">in <bdi>${nameOf(held, hop.document)}</bdi></span>`
}

function endNote({ held }: Detail, trail: Trail): Markup | false {
  const words = endWords(held, trail).replace(/[()←]/g, '').trim()
  return words !== '' && html`<p class="end ${trail.end}">${words}</p>`
}

function endsWith(held: Lookup, station: Station | undefined): string {
  const name = station?.name ?? ''
  const kind = held.sources.get(station?.node ?? '')?.kind
  return kind === 'anonymous' || kind === 'vague'
    ? `The trail ends with ${name}, who may be anyone`
    : `The trail ends with ${name}, and whom they have it from is not shown`
}

function open({ held }: Detail, view: ClaimView): Markup | false {
  const { claim, open, notes } = view
  if (open.length === 0 && notes.length === 0 && !claim.credibilityReason) return false
  const ends = new Map<string, string[]>()
  for (const trail of open) {
    const way = stations(held, trail)
    const why =
      trail.end === 'circular'
        ? 'The trail runs in a circle, so it has no origin'
        : trail.end === 'doubtful'
          ? `${way.at(-1)?.name} may be answering another question`
          : way.length > 1 && held.sources.has(way.at(-1)?.node ?? '')
            ? endsWith(held, way.at(-1))
            : 'The text names nobody'
    ends.set(why, [...(ends.get(why) ?? []), way[0]?.name ?? ''])
  }
  return part(
    'What is not established',
    html`<ul class="plain">${[...ends].map(([why, outlets]) => html`<li><bdi>${why}</bdi>: <bdi>${listed([...new Set(outlets)])}</bdi>.</li>`)}${notes.map(({ says }) => html`<li><bdi>${says}</bdi></li>`)}<li>Credibility ${claim.credibility}: ${claim.credibilityReason.replace(/\.$/, '')}.</li></ul>`,
  )
}
