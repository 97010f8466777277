import type { FindingKind } from '../../model/finding.ts'
import { certainties as allCertainties, type Certainty } from '../../model/statement.ts'
import type { ClaimView } from '../view/claim-view.ts'
import type { Lookup } from '../view/lookup.ts'
import { shorten } from '../view/plain.ts'
import { moves } from '../view/series-view.ts'
import { claimDetail, type Detail } from './claim-detail.ts'
import { html, type Markup } from './markup.ts'
import { badgeMark } from './origins.ts'
import { slug } from './slug.ts'

/**
 * All claims as one table, the reasoning of each in the row under it. Complete without a script; with it, the columns sort, the form
 * filters, and a click on a row opens it. Roles are written out because the phone layout takes the table's display away, and with it,
 * in some browsers, the table itself.
 */
export function claimsTable(detail: Detail, views: readonly ClaimView[]): Markup {
  return html`${filters(detail, views)}
<p class="found" role="status" aria-live="polite" id="found">${views.length} ${views.length === 1 ? 'claim' : 'claims'}</p>
<table class="claims" role="table" id="claim-table">
<caption class="visually-hidden">Claims, the ones most worth attention first. Each is followed by a row that opens to its reasoning.</caption>
<thead role="rowgroup"><tr role="row">
${COLUMNS.map(({ key, title, hint }) => html`<th role="columnheader" scope="col" class="${key}" data-key="${key}"><span title="${hint}">${title}</span></th>`)}
</tr></thead>
${views.map((view, index) => rows(detail, view, index + 1))}
</table>
<p class="none-found" hidden>No claim fits. <button type="button" class="clear">Show all claims</button></p>`
}

/** What a finding is called on the page. */
const KINDS: Readonly<Record<FindingKind, string>> = {
  'single-origin': 'single origin',
  'single-relay': 'single relay',
  circular: 'circular',
  drift: 'changed on the way',
  conflict: 'disputed',
  correction: 'corrected',
  unattributed: 'nobody named',
  'vague-attribution': 'vague source',
  'uncredited-copy': 'copied without credit',
}

const COLUMNS = [
  { key: 'gist', title: 'Claim', hint: 'One question that the reports answer' },
  { key: 'reports', title: 'Reports', hint: 'How many reports state it' },
  { key: 'origins', title: 'Independent origins', hint: 'Found in this collection' },
  { key: 'answers', title: 'Answers', hint: 'Different answers, kept side by side' },
  { key: 'noted', title: 'Noted', hint: 'What deserves a look' },
  { key: 'certainty', title: 'Certainty', hint: 'How sure the reports sound' },
  {
    key: 'credibility',
    title: 'Credibility',
    hint: 'Digit of STANAG 2511, computed: 1 is best corroborated, 6 cannot be judged',
  },
] as const

function rows(detail: Detail, view: ClaimView, number: number): Markup {
  const { claim, gist, answers } = view
  const id = slug(claim.id)
  const kinds = kindsOf(detail.held, view)
  const sure = certainties(detail.held, view)
  const inSeries = isInSeries(detail, view)
  const noted = [...kinds, ...(inSeries ? [SERIES] : [])]
  const chips = handChips(view)
  return html`<tbody role="rowgroup" class="claim" id="c-${id}" data-kinds="${noted.join(' ')}" data-independent="${claim.independent}">
<tr role="row" class="facts"><th role="rowheader" scope="row" class="gist" data-sort="${number}"><span class="number">${number}</span> <bdi>${gist}</bdi></th>
<td role="cell" class="reports" data-label="${claim.documents === 1 ? 'Report' : 'Reports'}" data-sort="${claim.documents}">${claim.documents}</td>
<td role="cell" class="origins" data-label="${claim.independent === 1 ? 'Independent origin' : 'Independent origins'}" data-sort="${claim.independent}"><span class="figure${claim.independent === 0 ? ' nil' : ''}">${claim.independent}</span> <span class="badges">${[...new Set(claim.origins.map((node) => detail.badges.of(node)))].slice(0, 6).map((badge) => badgeMark(badge))}</span>${claim.independent === 0 && html`<small>not established</small>`}${claim.bottleneck && claim.documents > 1 && html`<small>bottleneck</small>`}</td>
<td role="cell" class="answers" data-label="Answers" data-sort="${answers.length}">${answers.length}</td>
<td role="cell" class="noted" data-label="Noted" data-sort="${noted.length}">${noted.length + chips.length === 0 && html`<span class="quiet">–</span>`}${kinds.map((kind) => html`<span class="chip ${kind}">${KINDS[kind]}</span> `)}${inSeries && html`<span class="chip">${SERIES_WORDS}</span>`}${chips.map((chip) => html` <span class="chip">${chip}</span>`)}</td>
<td role="cell" class="certainty" data-label="Certainty" data-sort="${sure.hedged}"><span>${sure.words}</span></td>
<td role="cell" class="credibility" data-label="Credibility" data-sort="${claim.credibility}"><span class="digit">${claim.credibility}</span><small>${claim.credibilityReason}</small></td></tr>
<tr role="row" class="detail"><td role="cell" colspan="${COLUMNS.length}"><details><summary><span class="open-words">Answers, trails and words</span><span class="visually-hidden"> of claim ${number}: ${gist}</span></summary>${claimDetail(detail, view)}</details></td></tr>
</tbody>
`
}

/** What people made of a claim, at a glance: that they corrected it, and how far they have come with it. */
function handChips({ claim, hand }: ClaimView): readonly string[] {
  return [
    ...(hand.some(({ kind }) => kind === 'corrected') ? ['corrected by hand'] : []),
    ...Object.values(claim.reliability).map((letter) => `reliability ${letter}`),
    ...hand.filter(({ kind }) => kind === 'state').map(({ words }) => shorten(words, 60)),
  ]
}

/** Figures of a claim that moved or are planned to are no finding, but deserve a look as much. */
const [SERIES, SERIES_WORDS] = ['series', 'figures over time']

const isInSeries = ({ series }: Detail, { claim }: ClaimView): boolean => (series.get(claim.id) ?? []).some(moves)

function kindsOf(held: Lookup, { claim }: ClaimView): readonly FindingKind[] {
  return [...new Set((held.findings.get(claim.id) ?? []).map(({ kind }) => kind))].sort(
    (a, b) => ATTENTION.indexOf(a) - ATTENTION.indexOf(b),
  )
}

const ATTENTION: readonly FindingKind[] = [
  'conflict',
  'drift',
  'circular',
  'single-relay',
  'single-origin',
  'correction',
  'uncredited-copy',
  'vague-attribution',
  'unattributed',
]

function certainties(held: Lookup, { claim }: ClaimView): { readonly words: string; readonly hedged: number } {
  const counts = new Map<Certainty, number>()
  for (const id of claim.statements) {
    const certainty = held.statements.get(id)?.certainty
    if (certainty) counts.set(certainty, (counts.get(certainty) ?? 0) + 1)
  }
  const known = allCertainties.filter((certainty) => counts.has(certainty))
  const words =
    known.length === 1 ? (known[0] ?? '') : known.map((certainty) => `${counts.get(certainty)} ${certainty}`).join(', ')
  return { words, hedged: (counts.get('asserted') ?? 0) / Math.max(1, claim.statements.length) }
}

/** Hidden until the script is there to answer it. */
function filters(detail: Detail, views: readonly ClaimView[]): Markup {
  const kinds = [...new Set(views.flatMap((view) => kindsOf(detail.held, view)))]
  const anySeries = views.some((view) => isInSeries(detail, view))
  return html`<form class="filters" id="filters" role="search" aria-label="Filter the claims" hidden>
<label>Words <input type="search" name="words" autocomplete="off" spellcheck="false"></label>
<label>Noted <select name="kind"><option value="">anything</option>${kinds.map((kind) => html`<option value="${kind}">${KINDS[kind]}</option>`)}${anySeries && html`<option value="${SERIES}">${SERIES_WORDS}</option>`}</select></label>
<label>Origins <select name="origins"><option value="">any number</option><option value="0">none established</option><option value="1">a single one</option><option value="2">two or more</option></select></label>
<button type="button" class="toggle-all" aria-pressed="false">Open all</button>
</form>`
}
