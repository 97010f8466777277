import type { Exporter } from './exporter.ts'
import { json } from './json/json.ts'
import { markdown } from './markdown/markdown.ts'

/** Every form a report can take, in the order `--help` lists them. */
export const exporters: readonly Exporter[] = [json, markdown]
