import { formatByEnding, formats } from '../export/formats.ts'
import { type Marking, markingNames } from '../export/stix/marking-names.ts'
import { bringUpToDate, upToDateOptions } from './bring-up-to-date.ts'
import { withCollection } from './collection.ts'
import { type Command, type ExitCode, oneLine, WrongUsage } from './command.ts'

export const exportCommand: Command = {
  name: 'export',
  arguments: '',
  summary: 'Write a collection to a file: to print, to hand on, to check without Headwater, for other programs.',
  options: [
    ...upToDateOptions,
    {
      flags: '--format <name>',
      says: `${listed(formats.map(({ name }) => name))}; by the ending of --out when not given`,
      values: formats.map(({ name }) => name),
    },
    { flags: '--dossier', says: 'the same as --format dossier: one ZIP file for a court or an editor' },
    {
      flags: '--tlp <colour>',
      says: `how far a STIX bundle may be handed on, Traffic Light Protocol: ${listed(markingNames)}`,
      values: markingNames,
    },
    {
      flags: '--out <path>',
      says: 'the file; for a dossier or an RO-Crate also a folder, which must not be there yet',
    },
  ],
  table: {
    title: 'Formats',
    rows: formats.map(({ name, says, lacks }) => ({ name, says: `${says}. Not in it: ${lacks}.` })),
  },
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
      const marking = markingOf(options.tlp)
      const isZip = out.toLowerCase().endsWith('.zip')
      const asked =
        options.dossier === true
          ? 'dossier'
          : (options.format ?? formatByEnding(out)?.name ?? /\.([^./\\]+)$/.exec(out)?.[1])
      const format = exportFormats.find(({ name }) => name === asked)
      if (!format)
        throw new WrongUsage(
          `--format wants one of ${exportFormats.map(({ name }) => name).join(', ')}${asked ? `, not "${asked}"` : ''}`,
        )
      if (marking !== undefined && format.name !== 'stix') throw new WrongUsage('--tlp is for --format stix')
      const objection = await world.objection(out, format.name === 'html' ? undefined : null)
      if (objection) throw new WrongUsage(objection)
      await bringUpToDate(world, store, options)
      if ((format.name === 'dossier' || format.name === 'ro-crate') && !isZip) {
        const { dossierFiles } = await import('../app/collection/dossier.ts')
        await world.writeFolder(out, await dossierFiles(store, format.name === 'ro-crate'))
      } else await world.writePieces(out, format.write(store, { path: out, marking }))
      world.tell(oneLine(`wrote ${out}`))
      return 0
    }),
}

function markingOf(tlp: string | boolean | undefined): Marking | undefined {
  const asked = tlp === 'clear' ? 'white' : tlp
  const known = markingNames.find((name) => name === asked)
  if (tlp !== undefined && !known) throw new WrongUsage(`--tlp wants ${listed(markingNames)}, not "${tlp}"`)
  return known
}

/** "a, b or c" */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
