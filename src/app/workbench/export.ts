import { exporters } from '../../export/exporters.ts'
import { claimsTable } from '../../export/workbench/claims-table.ts'
import type { Store } from '../../ports/store.ts'
import { reportOf } from '../collection/refresh.ts'

/** Forms in which a collection can be taken away as one file. */
export const formats = [
  ...exporters.map(({ name, mediaType, summary }) => ({ name, mediaType, summary, ending: endingOf(name) })),
  { name: 'csv', mediaType: 'text/csv', summary: 'Claims as a table, one on a line', ending: 'csv' },
] as const

export type Format = string

/** The file, as bytes. */
export async function exported(store: Store, format: Format): Promise<Uint8Array> {
  const report = await reportOf(store)
  const exporter = exporters.find(({ name }) => name === format)
  if (exporter) return new TextEncoder().encode(exporter.write(report, { text: true }))
  if (format === 'csv') return new TextEncoder().encode(claimsTable(report))
  throw new Error(`no form of a collection is called ${format}`)
}

function endingOf(name: string): string {
  return name === 'markdown' ? 'md' : name
}
