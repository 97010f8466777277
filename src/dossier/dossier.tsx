import { sha256 } from '@noble/hashes/sha2.js'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ExportOptions } from '../export/exporter.ts'
import { lookup } from '../export/view/lookup.ts'
import { onlyClaims } from '../export/view/only.ts'
import { plain } from '../export/view/plain.ts'
import { shelved } from '../export/workbench/shelf.ts'
import type { Report } from '../model/report.ts'
import { ClaimsTable } from './claims-table.tsx'
import { Coverage, Glossary } from './closing.tsx'
import { eventsOf } from './events.ts'
import { html, raw } from './markup.ts'
import { Masthead } from './masthead.tsx'
import { Rivers, riversOf } from './rivers.tsx'
import { dossierOf } from './setting.tsx'
import { Sheets } from './sheets.tsx'

/** The dossier's own script and style, bundled by `scripts/build-dossier.mjs`. */
export interface Client {
  readonly script: string
  readonly style: string
}

/**
 * The report as one HTML file that needs nothing else: opened by a double click, printed, mailed. It is complete without its script,
 * and its own policy forbids it the network and any script or style but those two, known by their digest (CSP Level 3). The views write
 * everything as text and show marks that turn its direction by name; where one was missed, it is left out here.
 */
export function htmlDossier(report: Report, client: Client, options: ExportOptions = {}): string {
  const title = report.documents.find(({ title }) => title)?.title ?? 'reports'
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="Headwater">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(client)}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Dossier: ${title}</title>
<style>${raw(client.style)}</style>
</head>
<body>
${raw(plain(renderToStaticMarkup(<Page report={report} options={options} />)))}
<script>${raw(client.script)}</script>
</body>
</html>
`.html
}

interface Section {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly body: ReactNode
}

function Page({ report, options }: { readonly report: Report; readonly options: ExportOptions }) {
  const dossier = dossierOf(lookup(report))
  const shelf = shelved(report, eventsOf(report))
  const claims = onlyClaims(shelf, options.only, options.claims)
  const rivers = riversOf(shelf)
  const sections: readonly Section[] = [
    {
      id: 'claims',
      title: 'Claims',
      lead: 'Most worth attention first.',
      body:
        claims.length > 0 ? (
          <ClaimsTable dossier={dossier} shelf={shelf} claims={claims} />
        ) : (
          <p>No claims were found.</p>
        ),
    },
    ...(rivers.length > 0
      ? [{ id: 'river', title: 'Where it flows from', body: <Rivers dossier={dossier} rivers={rivers} /> }]
      : []),
    {
      id: 'reports',
      title: 'Every report, blamed',
      lead: 'In the margin: the origin of each sentence. Marked words open their trail; a click goes upstream.',
      body: <Sheets dossier={dossier} addNothing={shelf.addNothing} />,
    },
    { id: 'coverage', title: 'What was read', body: <Coverage held={shelf} /> },
    { id: 'glossary', title: 'Words used here', body: <Glossary /> },
  ]
  return (
    <>
      <a className="skip" href="#claims">
        Skip to the claims
      </a>
      <Masthead held={shelf} badges={dossier.badges} sections={sections} claims={claims} />
      <main>
        {sections.map(({ id, title, lead, body }) => (
          <section key={id} className="block" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
            <h2 id={`${id}-title`}>{title}</h2>
            {lead !== undefined && <p className="lead">{lead}</p>}
            {body}
          </section>
        ))}
      </main>
      <footer className="colophon">
        <p>
          Made by Headwater from the reports listed above and nothing else. It counts where claims come from; whether
          they hold is for the reader to judge.
        </p>
      </footer>
      <div id="trail-card" role="tooltip" hidden />
    </>
  )
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
