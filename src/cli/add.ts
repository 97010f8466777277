import type { Added } from '../app/collection/add.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, oneLine, refusalLine } from './command.ts'
import { webOf, webOptions } from './inputs.ts'

export const add: Command = {
  name: 'add',
  arguments: '<input...>',
  summary: 'Keep reports in a collection, with the bytes they came in, and bring its answers up to date.',
  options: [
    collectionOption,
    { flags: '--json', says: 'one JSON line for every input: what became of it' },
    ...webOptions,
    { flags: '--no-trace', says: 'keep only; the answers are brought up to date by whoever asks for them next' },
  ],
  examples: [
    { line: 'headwater add reports/', says: 'everything in a folder; adding it again changes nothing' },
    { line: 'headwater add page.html --collection desk.db', says: 'into a collection of its own' },
    { line: 'headwater add https://courier.example/feed', says: 'the reports that a feed leads to' },
  ],
  run: (world, inputs, options) =>
    withCollection(world, options, async (store) => {
      const { addAll } = await import('../app/collection/add.ts')
      const { openedFrom } = await import('../app/collection/opened.ts')
      const counts = { reports: 0, versions: 0, known: 0, refused: 0 }
      let inputsDone = 0
      for await (const added of addAll(store, openedFrom(inputs, world.stdin, webOf(options)), world.acting)) {
        if (options.json === true) world.print(JSON.stringify(addedLine(added)))
        for (const refusal of added.refusals) world.tell(refusalLine(refusal))
        for (const { version } of added.documents) counts[version === 1 ? 'reports' : 'versions']++
        if (added.capture === 'known') counts.known++
        counts.refused += added.refusals.length
        inputsDone++
        world.progress(() => `${inputsDone} inputs kept`)
      }
      if (options.json !== true) world.print(oneLine(summary(counts)))
      if (options.trace !== false) await bringUpToDate(world, store)
      return counts.refused > 0 ? 1 : 0
    }),
}

const addedLine = ({ input, capture, documents, refusals }: Added) => ({
  input,
  status: typeof capture === 'string' ? capture : 'kept',
  ...(typeof capture === 'string' ? {} : { capture: capture.number, sha256: capture.sha256 }),
  documents: documents.map(({ document: { id, title }, version }) => ({ id, version, title: title ?? null })),
  refusals,
})

function summary({ reports, versions, known, refused }: Readonly<Record<string, number>>): string {
  const parts = [
    `${reports} ${reports === 1 ? 'report' : 'reports'} added`,
    ...(versions ? [`${versions} new ${versions === 1 ? 'version' : 'versions'} of reports kept before`] : []),
    ...(known ? [`${known} kept already`] : []),
    ...(refused ? [`${refused} refused`] : []),
  ]
  return parts.join(', ')
}
