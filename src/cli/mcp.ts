import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'

export const mcp: Command = {
  name: 'mcp',
  arguments: '',
  summary: 'Let an AI assistant ask a collection (Model Context Protocol), read-only unless you say otherwise.',
  options: [
    collectionOption,
    { flags: '--write', says: 'let it add reports and notes, too; without this it can only look' },
    { flags: '--web', says: 'let it have pages fetched by their addresses; without this nothing leaves the machine' },
    { flags: '--allow-private', says: 'with --web: addresses of this machine and of private networks too' },
    { flags: '--http', says: 'answer over HTTP on 127.0.0.1 instead of standard input and output' },
    { flags: '--port <n>', says: 'with --http: the port; any that is free when not given' },
    { flags: '--token <t>', says: 'with --http: what whoever asks has to show; a new random one when not given' },
  ],
  examples: [
    { line: 'headwater mcp', says: 'for the configuration of an assistant: docs/doors/mcp.md' },
    { line: 'headwater mcp --http --port 4127', says: 'prints the address and the header that a client has to send' },
  ],
  run(world, _, options) {
    const [http, write] = [options.http === true, options.write === true]
    if (!http && (options.port !== undefined || options.token !== undefined))
      throw new WrongUsage('--port and --token are for --http')
    if (options.allowPrivate === true && options.web !== true) throw new WrongUsage('--allow-private is for --web')
    const port = portOf(options)
    // Your own collection is made where there is none; a name that was mistyped is not.
    const create = write || options.collection === undefined
    return withCollection<ExitCode>(
      world,
      options,
      async (store) => {
        const { openReadingRoom } = await import('../app/agent/reading-room.ts')
        const agent = {
          room: openReadingRoom(store, world.acting, (says) => world.tell(oneLine(says))),
          web: options.web === true ? { allowPrivate: options.allowPrivate === true, most: 20 } : undefined,
          write,
          tell: (says: string) => world.tell(oneLine(says)),
        }
        if (!http) {
          const { serveStdio } = await import('../mcp/stdio.ts')
          await serveStdio(agent)
          return 0
        }
        return overHttp(world, options, agent, port)
      },
      { create },
    )
  },
}

async function overHttp(
  world: World,
  { token: given }: Options,
  agent: import('../mcp/agent-server.ts').AgentOptions,
  port: number,
): Promise<ExitCode> {
  const [{ serveHttp }, { isPlainToken }, { newToken }] = await Promise.all([
    import('../mcp/http.ts'),
    import('../server/access.ts'),
    import('../server/new-token.ts'),
  ])
  const token = given ?? world.secret('HEADWATER_TOKEN') ?? newToken()
  if (typeof token !== 'string' || !isPlainToken(token))
    throw new WrongUsage('--token wants 16 to 200 letters, digits, and - _ . ~')
  const server = await serveHttp({ ...agent, port, token })
  try {
    let resting = world.sleep(anHour)
    world.print(server.address)
    world.print(`Authorization: Bearer ${token}`)
    while (await resting) resting = world.sleep(anHour)
  } finally {
    await server.close()
  }
  return 0
}

const anHour = 3_600_000

function portOf({ port = '0' }: Options): number {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new WrongUsage(`--port wants a number up to 65535, not "${String(port)}"`)
  return number
}
