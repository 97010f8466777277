import type { Exporter } from './exporter.ts'
import { client } from './html/client.generated.ts'
import { htmlDossier } from './html/html.ts'
import { json } from './json/json.ts'
import { markdown } from './markdown/markdown.ts'

const html: Exporter = {
  name: 'html',
  mediaType: 'text/html',
  summary: 'The dossier: one self-contained page to click through, print or mail',
  write: (report, options) => htmlDossier(report, client, options),
}

/** Every form a report can take, in the order `--help` lists them. */
export const exporters: readonly Exporter[] = [json, html, markdown]
