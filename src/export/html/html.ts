import { sha256 } from '@noble/hashes/sha2.js'
import type { Claim, Report, Series } from '../../model/report.ts'
import type { ExportOptions } from '../exporter.ts'
import { claimView } from '../view/claim-view.ts'
import { count } from '../view/figure-words.ts'
import { type Lookup, lookup } from '../view/lookup.ts'
import { onlyClaims } from '../view/only.ts'
import { mostWords, summarise, summarySentences } from '../view/summary.ts'
import { blame } from './blame.ts'
import { claimsTable } from './claims-table.ts'
import { coverage, glossary } from './closing.ts'
import { html, type Markup, raw } from './markup.ts'
import { type Badges, badgeMark, badges } from './origins.ts'
import { pages } from './pages.ts'
import { river } from './river.ts'

/** The dossier's own script and style, bundled by `scripts/build-dossier.mjs`. */
export interface Client {
  readonly script: string
  readonly style: string
}

/**
 * The report as one HTML file that needs nothing else: opened by a double click, printed, mailed. It is complete without its script,
 * and its own policy forbids it the network and any script or style but those two, known by their digest (CSP Level 3).
 */
export function htmlDossier(report: Report, client: Client, options: ExportOptions = {}): string {
  const held = lookup(report)
  const marks = badges(held)
  const where = pages(held)
  const detail = { held, badges: marks, pages: where, series: seriesByClaim(report) }
  const claims = onlyClaims(held, options.only, options.claims)
  const views = claims.map((claim) => claimView(held, claim))
  const graph = river(held, marks)
  const sections: readonly Section[] = [
    {
      id: 'claims',
      title: 'Claims',
      lead: 'Most worth attention first.',
      body: views.length > 0 ? claimsTable(detail, views) : html`<p>No claims were found.</p>`,
    },
    ...(graph
      ? [{ id: 'river', title: 'Where it flows from', lead: 'Origins on the left, reports downstream.', body: graph }]
      : []),
    {
      id: 'reports',
      title: 'Every report, blamed',
      lead: 'In the margin: the origin of each sentence. Marked words open their trail; a click goes upstream.',
      body: blame(held, marks, where),
    },
    { id: 'coverage', title: 'What was read', lead: '', body: coverage(held) },
    { id: 'glossary', title: 'Words used here', lead: '', body: glossary() },
  ]
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="Headwater">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(client)}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Dossier: ${titleOf(held)}</title>
<style>${raw(client.style)}</style>
</head>
<body>
<a class="skip" href="#claims">Skip to the claims</a>
${masthead(held, marks, sections, claims)}
<main>
${sections.map(
  ({
    id,
    title,
    lead,
    body,
  }) => html`<section class="block" id="${id}" aria-labelledby="${id}-title" tabindex="-1"><h2 id="${id}-title">${title}</h2>${lead && html`<p class="lead">${lead}</p>`}
${body}
</section>`,
)}
</main>
<footer class="colophon"><p>Made by Headwater from the reports listed above and nothing else. It counts where claims come from; whether they hold is for the reader to judge.</p></footer>
<div id="trail-card" role="tooltip" hidden></div>
<script>${raw(client.script)}</script>
</body>
</html>
`
  return page.html
}

function seriesByClaim({ series }: Report): ReadonlyMap<string, readonly Series[]> {
  const made = new Map<string, Series[]>()
  for (const each of series)
    for (const claim of each.claims) {
      const others = made.get(claim)
      if (others) others.push(each)
      else made.set(claim, [each])
    }
  return made
}

interface Section {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly body: Markup
}

function masthead(held: Lookup, { all }: Badges, sections: readonly Section[], claims: readonly Claim[]): Markup {
  const summary = summarise(held, claims)
  const [, ...rest] = summarySentences(summary)
  return html`<header class="masthead">
<p class="kicker">Headwater dossier${summary.published && html` <span>${summary.published}</span>`}</p>
<h1>${
    summary.reports === 0
      ? 'Nothing was read.'
      : html`${count(summary.reports, 'report')} by ${count(summary.outlets, 'outlet')}, <em>${mostWords(summary)}</em>`
  }</h1>
<p class="standfirst">${rest.join(' ')}</p>
${all.length > 0 && legend(all)}
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>`
}

function legend(all: Badges['all']): Markup {
  const item = (badge: Badges['all'][number]) =>
    html`<li>${badgeMark(badge, false)} <bdi>${badge.name}</bdi> <small>${count(badge.claims, 'claim')}</small></li>`
  const [first, rest] = [all.slice(0, 10), all.slice(10)]
  return html`<section class="legend" aria-labelledby="legend-title"><h2 id="legend-title">Independent origins found in this collection</h2>
<ul>${first.map(item)}<li>${badgeMark(undefined)} nobody named <small>never counted</small></li></ul>
${rest.length > 0 && html`<details><summary>${rest.length} more</summary><ul>${rest.map(item)}</ul></details>`}</section>`
}

function titleOf({ report }: Lookup): string {
  return report.documents.find(({ title }) => title)?.title ?? 'reports'
}

/** Nothing from anywhere; only our own style and script, by digest; nothing may frame a form or change the base. */
function policy({ script, style }: Client): string {
  return `default-src 'none'; script-src '${digest(script)}'; style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`
}

function digest(text: string): string {
  return `sha256-${base64(sha256(new TextEncoder().encode(text)))}`
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const bits = (a << 16) | (b << 8) | c
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63] ?? '')
    text += letters
      .slice(0, Math.min(bytes.length - at, 3) + 1)
      .join('')
      .padEnd(4, '=')
  }
  return text
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
