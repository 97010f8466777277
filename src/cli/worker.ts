import { availableParallelism } from 'node:os'
import type { WorkerEvent } from '../app/cluster/events.ts'
import type { Worker } from '../app/cluster/worker.ts'
import { pipeline } from '../app/collection/acting.ts'
import { levelsOf } from '../app/collection/levels.ts'
import { called } from '../collection/called.ts'
import type { Queue } from '../ports/queue.ts'
import type { Store } from '../ports/store.ts'
import type { Level } from '../ports/telemetry.ts'
import type { Monitor } from '../server/monitor.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'
import { monitorOption, openMonitorOf } from './monitoring.ts'
import { openQueue, queueAddress, queueOptions } from './queue.ts'

export const worker: Command = {
  name: 'worker',
  arguments: '',
  summary: 'Read and trace a collection together with any number of other workers, on this machine and others.',
  options: [
    { ...collectionOption, says: 'the collection: postgres://user@host/database?collection=name' },
    ...queueOptions,
    {
      flags: '--threads <n>',
      says: 'how much it does side by side; as many as the machine has processors when not given',
    },
    {
      flags: '--longest <seconds>',
      says: 'how long one report may be read or one pile traced (default 300); what takes longer again and again is set aside',
    },
    {
      flags: '--silence <seconds>',
      says: 'after how long without a word one is taken for gone, be it a worker, the queue or the database (default 30); of workers, the first who uses a queue says so for all',
    },
    {
      flags: '--take-over',
      says: 'go back to this build: it makes the answers even where a newer one did. Once, not in the file of a service',
    },
    monitorOption,
    { flags: '--grace <seconds>', says: 'how long it finishes what it holds when it is to stop (default 25)' },
  ],
  examples: [
    {
      line: 'headwater worker --collection postgres://desk@db.example/desk --queue nats://queue.example:4222',
      says: 'until Ctrl+C or SIGTERM; begin as many as you like',
    },
  ],
  run: (world, _, options) => {
    const address = queueAddress(options)
    if (address === undefined) throw new WrongUsage('--queue names the queue that the workers share: nats://host:4222')
    const threads = whole(options, 'threads', availableParallelism())
    const [longest, silence, grace] = [
      seconds(options, 'longest', 300),
      seconds(options, 'silence', 30),
      seconds(options, 'grace', 25),
    ]
    const work = async (store: Store): Promise<ExitCode> => {
      if (!/^postgres(?:ql)?:/.test(store.name))
        throw new WrongUsage('workers share a collection in PostgreSQL: --collection postgres://user@host/database')
      const tell = (event: WorkerEvent): void => {
        const line = lineOf(event)
        if (line !== undefined) world.tell(oneLine(line))
      }
      let isConnected = true
      const told = (state: 'lost' | 'back'): void => {
        isConnected = state === 'back'
        tell({ kind: 'connection', state })
      }
      const queue = await opened(world, store, () => openQueue(world, store, address, options, told, silence))
      if (!queue) return 0
      try {
        return await worked(world, store, queue, options, { threads, longest, silence, grace }, tell, () => isConnected)
      } finally {
        await queue.close()
      }
    }
    return withCollection(world, options, work, { silence })
  },
}

/** Works until it is to stop. Whatever cannot be begun ends the rest too, so that nothing half begun goes on by itself. */
async function worked(
  world: World,
  store: Store,
  queue: Queue,
  options: Options,
  { threads, longest, silence, grace }: Readonly<Record<'threads' | 'longest' | 'silence' | 'grace', number>>,
  tell: (event: WorkerEvent) => void,
  isConnected: () => boolean,
): Promise<ExitCode> {
  const { openHands } = await import('../app/cluster/hands.ts')
  const { openWorker, paceFor } = await import('../app/cluster/worker.ts')
  const [name = ''] = called([store.name])
  const telemetry = await world.openTelemetry()
  let monitor: Monitor | undefined
  let working: Worker | undefined
  try {
    monitor = await openMonitorOf(options, telemetry, world, {
      async ready() {
        await store.lastLine()
        return isConnected() ? undefined : 'the queue is away'
      },
      parts: [
        { labels: { collection: name, part: 'collection' }, levels: () => levelsOf(store, name) },
        { labels: { collection: name, part: 'queue' }, levels: () => waitingIn(queue, name) },
      ],
    })
    const place = typeof options.collection === 'string' ? options.collection : world.secret('HEADWATER_COLLECTION')
    const hands = openHands({ place, by: world.acting.by, threads, longest, silence })
    working = openWorker({
      store,
      queue,
      hands,
      acting: world.acting,
      tell,
      name,
      telemetry,
      takesOver: options.takeOver === true,
      pace: paceFor(silence),
    })
    // Begun first, so that whoever stops it as soon as it says that it is there is heard.
    let resting = world.sleep(anHour)
    world.print(`at work on ${store.name} with ${queue.name}, ${threads} side by side`)
    while (await resting) resting = world.sleep(anHour)
  } finally {
    monitor?.drain()
    await working?.stop(grace)
    await monitor?.close()
    await telemetry.close()
  }
  return 0
}

/** Hints that are not done yet, for all workers together. */
const waitingIn = (queue: Queue, collection: string): Promise<readonly Level[]> =>
  Promise.all(
    (['work', 'part'] as const).map(async (subject) => ({
      name: 'headwater_queue_open',
      says: 'Hints in the queue that no worker has done yet',
      labels: { collection, subject },
      value: await queue.open(subject),
    })),
  )

/** Waits until the first report is in the collection: the queue goes by it. */
async function opened(world: World, store: Store, open: () => Promise<Queue | undefined>): Promise<Queue | undefined> {
  let isTold = false
  for (;;) {
    const queue = await open()
    if (queue) return queue
    if (!isTold) world.tell(oneLine(`nothing is in ${store.name} yet; waiting`))
    isTold = true
    if (!(await world.sleep(2_000))) return undefined
  }
}

/** What an operator wants to read of what a worker does; of the rest there is too much. */
function lineOf(event: WorkerEvent): string | undefined {
  switch (event.kind) {
    case 'done':
      return undefined
    case 'failed':
      return `${event.about}: ${event.says}; it is tried again`
    case 'suspected':
      return `${event.about} failed several times (${event.says}); it is tried alone`
    case 'set-aside':
      return `${event.about} is set aside: ${event.says}`
    case 'planned':
      return event.piles === 0 ? undefined : `${event.piles} ${event.piles === 1 ? 'pile' : 'piles'} to trace`
    case 'lost':
      return `nobody is at work on ${event.piles} piles; they are announced again`
    case 'finished':
      return `up to date with line ${event.upTo} of the log: ${event.traced} ${event.traced === 1 ? 'report' : 'reports'} traced, ${event.alerts} ${event.alerts === 1 ? 'alert' : 'alerts'}, ${(event.milliseconds / 1000).toFixed(1)} s`
    case 'replaced':
      return `a newer build (${event.by}) makes the answers, and this one rests (${pipeline}): stop it, or go back to it with --take-over`
    case 'connection':
      return event.state === 'lost' ? 'the connection to the queue is lost; looking for it' : 'the queue is back'
  }
}

const anHour = 3_600_000

function whole(options: Options, name: string, usual: number): number {
  const given = options[name]
  const number = given === undefined ? usual : Number(given)
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000)
    throw new WrongUsage(`--${name} wants a whole number from 1 on, not "${String(given)}"`)
  return number
}

/** As milliseconds. */
const seconds = (options: Options, name: string, usual: number): number => 1000 * whole(options, name, usual)
