import type { ExportOptions } from '../export/exporter.ts'
import type { Report } from '../model/report.ts'

/** The report as one HTML page. What draws it is loaded here and nowhere before: no other command and no other form pays for it. */
export async function dossierPage(report: Report, options: ExportOptions = {}): Promise<string> {
  const { htmlDossier } = await import('../dossier/dossier.tsx')
  const { client } = await import('../dossier/client.generated.ts')
  return htmlDossier(report, client, options)
}
