import { bringUpToDate } from './bring-up-to-date.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, oneLine, WrongUsage } from './command.ts'

export const exportCommand: Command = {
  name: 'export',
  arguments: '',
  summary: 'Write a collection to a file: to print, to hand on, to check without Headwater, for other programs.',
  options: [
    collectionOption,
    {
      flags: '--format <name>',
      says: 'json, html, markdown, csv, warc, wacz or dossier; by the ending of --out when not given',
    },
    { flags: '--dossier', says: 'the same as --format dossier: one ZIP file for a court or an editor' },
    { flags: '--out <path>', says: 'the file; for a dossier also a folder, which must not be there yet' },
  ],
  examples: [
    {
      line: 'headwater export --dossier --out evidence.zip',
      says: 'dossier, captures, log, digests, and how to check them',
    },
    { line: 'headwater export --format csv --out statements.csv', says: 'for a spreadsheet' },
  ],
  run: (world, _, options) =>
    withCollection<ExitCode>(world, options, async (store) => {
      const { exportFormats } = await import('../app/collection/export.ts')
      const { out } = options
      if (typeof out !== 'string') throw new WrongUsage('say where to write it: --out FILE')
      const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? ''
      const asked = options.dossier === true ? 'dossier' : (options.format ?? endings[ending] ?? ending)
      const format = exportFormats.find(({ name }) => name === asked)
      if (!format)
        throw new WrongUsage(
          `--format wants one of ${exportFormats.map(({ name }) => name).join(', ')}${asked ? `, not "${asked}"` : ''}`,
        )
      const objection = await world.objection(out, format.name === 'html' ? undefined : null)
      if (objection) throw new WrongUsage(objection)
      await bringUpToDate(world, store)
      if (format.name === 'dossier' && ending !== 'zip') {
        const { dossierFiles } = await import('../app/collection/dossier.ts')
        await world.writeFolder(out, await dossierFiles(store))
      } else await world.writePieces(out, format.write(store))
      world.tell(oneLine(`wrote ${out}`))
      return 0
    }),
}

const endings: Readonly<Record<string, string>> = { htm: 'html', md: 'markdown', zip: 'dossier', gz: 'warc' }
