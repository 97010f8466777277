import { spawn } from 'node:child_process'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'
import { deliveryOptions, feedWriter, messengersOf } from './delivery.ts'

export const serve: Command = {
  name: 'serve',
  arguments: '',
  summary: 'Open a collection in the browser, for one person at this machine.',
  options: [
    collectionOption,
    { flags: '--port <n>', says: 'the port on this machine; any that is free when not given' },
    { flags: '--no-open', says: 'only print the address, do not open the browser' },
    {
      flags: '--token <t>',
      says: 'what whoever asks has to show, at least 16 letters; a new random one when not given',
    },
    ...deliveryOptions,
    { flags: '--allow-private', says: 'fetch addresses of this machine and of private networks too' },
  ],
  examples: [
    { line: 'headwater serve', says: 'the workbench on your own collection, until Ctrl+C' },
    { line: 'headwater serve --run "notify-send Headwater"', says: 'and tell of every alert while it is open' },
    {
      line: 'headwater serve --port 4126 --no-open --collection desk.db',
      says: 'for programs, too: docs/server/server.md',
    },
  ],
  run: (world, _, options) =>
    withCollection<ExitCode>(
      world,
      options,
      async (store) => {
        const [{ openServer }, { isPlainToken }, { newToken }, { builtWorkbench }] = await Promise.all([
          import('../server/server.ts'),
          import('../server/access.ts'),
          import('../server/new-token.ts'),
          import('../server/built-workbench.ts'),
        ])
        const { collection, token = newToken() } = options
        if (typeof token !== 'string' || !isPlainToken(token))
          throw new WrongUsage('--token wants 16 to 200 letters, digits, and - _ . ~')
        const messengers = await messengersOf(world, options)
        const writeFeed = feedWriter(world, store, options)
        await writeFeed()
        const server = await openServer({
          store,
          place: typeof collection === 'string' ? collection : undefined,
          acting: world.acting,
          messengers,
          alerted: writeFeed,
          web: { allowPrivate: options.allowPrivate === true },
          port: portOf(options),
          token,
          workbench: builtWorkbench,
          tell: (says) => world.tell(oneLine(says)),
        })
        try {
          // Begun first, so that whoever stops it as soon as it says that it is there is heard.
          let resting = world.sleep(anHour)
          world.print(server.address)
          if (options.open !== false) openInBrowser(server.address, world)
          while (await resting) resting = world.sleep(anHour)
        } finally {
          await server.close()
        }
        return 0
      },
      true,
    ),
}

const anHour = 3_600_000

function portOf({ port = '0' }: Options): number {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new WrongUsage(`--port wants a number up to 65535, not "${String(port)}"`)
  return number
}

/** As a double click would. A machine without a browser has the address above. */
function openInBrowser(address: string, world: World): void {
  const [command, ...before] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open']
  const opened = spawn(command, [...before, address], { stdio: 'ignore', detached: true })
  opened.on('error', () => world.tell('no program here opens it by itself; open the address in a browser'))
  opened.unref()
}
