import type { Added } from '../app/collection/add.ts'
import type { Store } from '../ports/store.ts'
import { bringUpToDate, upToDateOptions } from './bring-up-to-date.ts'
import { withCollection } from './collection.ts'
import { type Command, type Options, oneLine, refusalLine, type World, WrongUsage } from './command.ts'
import { webOf, webOptions } from './inputs.ts'
import { announcer, queueOptions } from './queue.ts'
import { authorityAddress, clockWarning } from './time-stamping.ts'

export const add: Command = {
  name: 'add',
  arguments: '<input...>',
  summary: 'Keep reports in a collection, with the bytes they came in, and bring its answers up to date.',
  options: [
    ...upToDateOptions,
    { flags: '--json', says: 'one JSON line for every input: what became of it' },
    ...webOptions,
    {
      flags: '--timestamp <address>',
      says: 'then have an authority (RFC 3161) confirm that everything up to the last line of the log is there; it gets a digest and nothing else',
    },
    {
      flags: '--timestamp-each <address>',
      says: 'have it confirm what was added one by one',
    },
    { flags: '--no-trace', says: 'keep only; the answers are brought up to date by whoever asks for them next' },
    ...queueOptions,
  ],
  examples: [
    { line: 'headwater add reports/', says: 'everything in a folder; adding it again changes nothing' },
    { line: 'headwater add page.html --collection desk.db', says: 'into a collection of its own' },
    { line: 'headwater add https://courier.example/feed', says: 'the reports that a feed leads to' },
    {
      line: 'headwater add page.html --timestamp http://tsa.example/tsr',
      says: 'with a proof that it was there by now',
    },
    {
      line: 'headwater add reports/ --collection postgres://desk@db.example/desk --queue nats://queue.example:4222',
      says: 'and leave the tracing to workers: docs/scale.md',
    },
  ],
  run: (world, inputs, options) => {
    const stamping = stampingOf(options)
    return withCollection(
      world,
      options,
      async (store) => {
        const { addAll } = await import('../app/collection/add.ts')
        const { openedFrom } = await import('../app/collection/opened.ts')
        let untold: Error | undefined
        const announced = announcer(world, store, options, (error) => {
          untold = error
        })
        const counts = { reports: 0, versions: 0, known: 0, refused: 0 }
        const before = (await store.lastLine())?.number ?? 0
        let inputsDone = 0
        for await (const added of addAll(store, openedFrom(inputs, world.stdin, webOf(options)), world.acting)) {
          if (options.json === true) world.print(JSON.stringify(addedLine(added)))
          for (const refusal of added.refusals) world.tell(refusalLine(refusal))
          for (const { version } of added.documents) counts[version === 1 ? 'reports' : 'versions']++
          if (added.capture === 'known') counts.known++
          counts.refused += added.refusals.length
          await announced?.reports(added.documents)
          inputsDone++
          world.progress(() => `${inputsDone} inputs kept`)
        }
        if (options.json !== true) world.print(oneLine(summary(counts)))
        try {
          if (stamping) await stamp(world, store, stamping, before, options.json !== true)
        } catch (error) {
          world.tell('what was added is kept; headwater timestamp has it stamped later')
          throw error
        } finally {
          await announced?.change()
          await announced?.close()
          if (!announced && options.trace !== false) await bringUpToDate(world, store, options)
        }
        if (untold) {
          world.tell('what was added is kept; workers find it when they next look')
          throw untold
        }
        return counts.refused > 0 ? 1 : 0
      },
      { create: true },
    )
  },
}

interface Stamping {
  readonly address: string
  readonly each: boolean
  readonly allowPrivate: boolean
}

function stampingOf({ timestamp, timestampEach, allowPrivate }: Options): Stamping | undefined {
  if (timestamp !== undefined && timestampEach !== undefined)
    throw new WrongUsage('give --timestamp or --timestamp-each, not both: a stamp for each covers all of them')
  const address = authorityAddress(timestamp ?? timestampEach)
  return address === undefined
    ? undefined
    : { address, each: timestampEach !== undefined, allowPrivate: allowPrivate === true }
}

/** Asks the authority as soon as everything is kept: the nearer to the capture, the more its time says. */
async function stamp(
  world: World,
  store: Store,
  { address, each, allowPrivate }: Stamping,
  before: number,
  isTold: boolean,
) {
  const { notaryAt } = await import('../app/collection/notary.ts')
  const { stampCaptures, stampHead } = await import('../app/collection/timestamp.ts')
  const notary = notaryAt(address, allowPrivate)
  const stamped = each
    ? await stampCaptures(store, notary, world.acting, before, (ready, of) =>
        world.progress(() => `${ready} of ${of} captures stamped`),
      )
    : [await stampHead(store, notary, world.acting)]
  const last = stamped.at(-1)
  if (!last) return
  const warning = clockWarning(last, world.acting)
  if (warning) world.tell(oneLine(warning))
  const what = each
    ? `${stamped.length} ${stamped.length === 1 ? 'capture' : 'captures'} stamped, the last`
    : `everything up to line ${last.line} of the log stamped`
  if (isTold) world.print(oneLine(`${what} at ${last.genTime} by ${address}`))
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
    ...(known ? [`${known} ${known === 1 ? 'input' : 'inputs'} kept already`] : []),
    ...(refused ? [`${refused} refused`] : []),
  ]
  return parts.join(', ')
}
