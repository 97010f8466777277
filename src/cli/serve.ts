import { spawn } from 'node:child_process'
import type { People } from '../ports/people.ts'
import type { Store } from '../ports/store.ts'
import type { Monitor } from '../server/monitor.ts'
import type { OpenServer } from '../server/server.ts'
import { collectionOption } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'
import { deliveryOptions, feedWriter, messengersOf } from './delivery.ts'
import { monitorOption, openMonitorOf } from './monitoring.ts'
import { type Announcer, announcer, queueOptions } from './queue.ts'
import { checkTeamOptions, given, teamOptions, tellHowToBegin } from './serve-team.ts'

export const serve: Command = {
  name: 'serve',
  arguments: '',
  summary: 'Open collections in the browser: for one person at this machine, or with --team for people with accounts.',
  options: [
    {
      ...collectionOption,
      says: `${collectionOption.says}; give it again to open several`,
      isRepeatable: true,
    },
    { flags: '--port <n>', says: 'the port on this machine; any that is free when not given' },
    { flags: '--no-open', says: 'only print the address, do not open the browser' },
    {
      flags: '--token <t>',
      says: 'what whoever asks has to show, at least 16 letters; a new random one when not given',
    },
    { flags: '--team <place>', says: 'where people are kept, apart from collections: a file or postgres://…' },
    {
      flags: '--origin <address>',
      says: 'with --team: how people reach it through the proxy in front, https://desk.example',
    },
    { flags: '--host <address>', says: 'with --team: the address it is bound to; 127.0.0.1 when not given' },
    { flags: '--proxy <address>', says: 'with --team: the proxy in front, where it is another machine' },
    { flags: '--oidc-issuer <address>', says: 'with --team: OpenID Connect, for people who are known there' },
    { flags: '--oidc-client <id>', says: 'what it knows this server by; the secret is in $HEADWATER_OIDC_SECRET' },
    monitorOption,
    ...deliveryOptions,
    ...queueOptions,
    { flags: '--allow-private', says: 'fetch addresses of this machine and of private networks too' },
  ],
  examples: [
    { line: 'headwater serve', says: 'the workbench on your own collection, until Ctrl+C' },
    { line: 'headwater serve --run "notify-send Headwater"', says: 'and tell of every alert while it is open' },
    {
      line: 'headwater serve --port 4126 --no-open --collection desk.db',
      says: 'for programs, too: docs/server/server.md',
    },
    {
      line: 'headwater serve --no-open --port 4126 --team people.db --origin https://desk.example --collection desk.db',
      says: 'for a team, behind a proxy that speaks TLS: docs/server/team.md',
    },
  ],
  run: (world, _, options, { collection = [undefined] }) =>
    withCollections<ExitCode>(world, collection, async (collections) => {
      const [{ openServer }, { isPlainToken }, { newToken }, { builtWorkbench }] = await Promise.all([
        import('../server/server.ts'),
        import('../server/access.ts'),
        import('../server/new-token.ts'),
        import('../server/built-workbench.ts'),
      ])
      const { token = world.secret('HEADWATER_TOKEN') ?? newToken(), team: place } = options
      if (typeof token !== 'string' || !isPlainToken(token))
        throw new WrongUsage('--token wants 16 to 200 letters, digits, and - _ . ~')
      if (options.feed !== undefined && collections.length > 1)
        throw new WrongUsage('--feed wants one collection; for others: headwater watch, or their alerts.atom')
      const messengers = await messengersOf(world, options)
      const announcers: Announcer[] = []
      const followed = collections.map((opened) => {
        const announced = announcer(world, opened.store, options)
        if (announced) announcers.push(announced)
        const announce = announced ? { announce: announced.change } : {}
        return { ...opened, ...announce, alerted: feedWriter(world, opened.store, options) }
      })
      for (const { alerted } of followed) await alerted()
      checkTeamOptions(
        options,
        place !== undefined,
        collections.map(({ store }) => store.name),
      )
      const telemetry = await world.openTelemetry()
      let people: People | undefined
      let server: OpenServer | undefined
      let monitor: Monitor | undefined
      try {
        people = typeof place === 'string' ? await world.openPeople(place, true) : undefined
        const team = people && (await teamOptions(world, people, options))
        server = await openServer({
          collections: followed,
          messengers,
          acting: world.acting,
          web: { allowPrivate: options.allowPrivate === true },
          port: portOf(options),
          token,
          team,
          host: given(options.host),
          workbench: builtWorkbench,
          tell: (says) => world.tell(oneLine(says)),
          telemetry,
        })
        monitor = await openMonitorOf(options, telemetry, world, server)
        // Begun first, so that whoever stops it as soon as it says that it is there is heard.
        let resting = world.sleep(anHour)
        world.print(server.address)
        if (team) await tellHowToBegin(team.team, server.address, world)
        if (options.open !== false) openInBrowser(server.address, world)
        while (await resting) resting = world.sleep(anHour)
      } finally {
        monitor?.drain()
        await server?.close()
        await people?.close()
        for (const announced of announcers) await announced.close()
        await monitor?.close()
        await telemetry.close()
      }
      return 0
    }),
}

interface Opened {
  readonly store: Store
  readonly place: string | undefined
}

/** Opens all that are asked for, each made where there is none, and closes them whatever happens. */
async function withCollections<T>(
  world: World,
  places: readonly (string | undefined)[],
  work: (collections: readonly Opened[]) => Promise<T>,
): Promise<T> {
  const opened: Opened[] = []
  try {
    for (const place of places) {
      const store = await world.openCollection(place, true)
      opened.push({ store, place })
      if (opened.some((other) => other.store !== store && other.store.name === store.name))
        throw new WrongUsage(`--collection names ${store.name} twice`)
    }
    return await work(opened)
  } finally {
    for (const { store } of opened) await store.close()
  }
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
