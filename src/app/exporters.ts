import type { Exporter } from '../export/exporter.ts'
import { json } from '../export/json/json.ts'
import { markdown } from '../export/markdown/markdown.ts'
import { dossierPage } from './dossier-page.ts'

const html: Exporter = {
  name: 'html',
  mediaType: 'text/html',
  summary: 'The dossier: one self-contained page to click through, print or mail',
  write: dossierPage,
}

/** Every form a report can take, in the order `--help` lists them. */
export const exporters: readonly Exporter[] = [json, html, markdown]
