import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from '../fixtures/agent.ts'
import { freePort } from '../fixtures/free-port.ts'
import { type Installed, installed } from '../fixtures/installed.ts'
import { type Block, blocksOf, commandsInWords } from './blocks.ts'
import { openSession, type Session, type Words } from './session.ts'

/**
 * Every worked example of the pages about ways in and out is done here as somebody does it who has just installed the package, or by the test
 * that is named in its place. A block that is new on a page fails until it is done by something.
 */
type Doing = (block: Block) => void | Promise<void>

/** Done by another test, which names the page. */
interface Elsewhere {
  readonly by: string
}

let whole: Installed
let here: Installed
/** One at a time; each page has a terminal of its own. */
let session: Session

const token = /[\w-]{43}/
/** Done in the terminal as it stands. */
const typed: Doing = ({ text }) => session.play(text)
/** Kept as a file. */
const keptAs =
  (name: string): Doing =>
  ({ text }) =>
    writeFileSync(join(here.folder, name), text)
const exportPages: Elsewhere = { by: 'test/export-pages.test.ts' }

interface Worked {
  /** What its blocks have that is another each time. */
  readonly words?: () => Words | Promise<Words>
  readonly blocks: readonly (Doing | Elsewhere)[]
}

const pages: Readonly<Record<string, Worked>> = {
  'README.md': {
    blocks: [{ by: 'test/docs.test.ts' }, asInCheckout, usage],
  },
  'docs/library.md': {
    blocks: [keptAs('ferry.mjs'), typed, bundledWithEsbuild],
  },
  'docs/doors/api.md': {
    words: async () => ({ '4126': await freePort() }),
    blocks: [typed, keptAs('claims.mjs'), typed, handedIn],
  },
  'docs/doors/browser.md': { blocks: Array(2).fill({ by: 'test/pages/browser.test.ts' }) },
  'docs/doors/mcp.md': {
    words: async () => ({ '4127': await freePort(), 'pV3f…': token }),
    blocks: [addedToAssistant, ...questionsOfAssistant(), configured, overHttp],
  },
  'docs/doors/models.md': { blocks: [{ by: 'test/doors/models.test.ts' }] },
  'docs/doors/service.md': { blocks: Array(3).fill({ by: 'test/pages/service.test.ts' }) },
  'docs/server/server.md': {
    words: async () => ({ '41263': /\d+/, 'pV3f…': token, '6f0e2c…': /[0-9a-f]{40}/ }),
    blocks: [typed, typed, typed],
  },
  'docs/server/running.md': {
    words: async () => ({ '4126': await freePort(), '9464': await freePort(), 'pV3f…': token }),
    blocks: [withDesk, traced],
  },
  'docs/server/team.md': {
    words: async () => ({ '4126': await freePort(), 'pV3f…': token, '9Qx…': token }),
    blocks: [withDesk, behindProxy, typed, asProgram],
  },
  'docs/export/dossier.md': { blocks: [withExample] },
  ...Object.fromEntries(
    [
      'claimreview',
      'ftm',
      'geojson',
      'gexf',
      'graphml',
      'json',
      'prov',
      'stix',
      'terminal',
      'web-annotation',
      'xlsx',
    ].map((name) => [`docs/export/${name}.md`, { blocks: [exportPages] }]),
  ),
  'docs/export/csv.md': { blocks: [headOfTable] },
  'docs/export/ro-crate.md': { blocks: [describedCrate] },
  'docs/export/warc.md': { blocks: [archived] },
  'docs/export/imports.md': { blocks: [keptAs('rosa.json'), typed, exportPages] },
}

beforeAll(() => {
  whole = installed()
}, 120_000)
afterAll(() => whole?.remove())

/** A folder and a home of its own for each page, in which the package is installed. */
function roomFor(page: string): Installed {
  const folder = join(whole.folder, page.replaceAll('/', '-'))
  mkdirSync(folder)
  symlinkSync(join(whole.folder, 'node_modules'), join(folder, 'node_modules'))
  symlinkSync('node_modules/headwater/examples', join(folder, 'examples'))
  return { ...whole, folder, env: { ...whole.env, HOME: folder } }
}

const all = [
  'README.md',
  'docs/library.md',
  ...['doors', 'export', 'server'].flatMap((folder) =>
    readdirSync(`docs/${folder}`)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${folder}/${name}`),
  ),
]

const exportCommands = all
  .filter((page) => page.startsWith('docs/export/'))
  .map((page) => [page, commandsInWords(page).filter((line) => /--out [a-z]|reports\//.test(line))] as const)
  .filter(([, lines]) => lines.length > 0)

describe.each(exportCommands)('the commands in the sentences of %s', (page, lines) => {
  beforeAll(async () => {
    here = roomFor(`sentences of ${page}`)
    cpSync('examples/tank-seven', join(here.folder, 'reports'), { recursive: true })
    session = openSession(here)
    await session.type('headwater add reports')
  })
  afterAll(() => session?.close())

  it.each(lines)(
    '%s',
    async (line) => {
      const { printed, code } = await session.type(line)
      expect([code, printed]).toEqual([0, expect.stringMatching(/./)])
      const [, file] = /(?:--out|--html) (\S+)/.exec(line) ?? []
      if (file) expect(statSync(join(here.folder, file)).size).toBeGreaterThan(300)
    },
    60_000,
  )
})

/** In a collection `desk.db` with the reports of the example. */
async function withDesk(block: Block): Promise<void> {
  await session.play('$ headwater add examples/tank-seven --collection desk.db\n9 reports added')
  await typed(block)
}

/** In one's own collection with them. */
async function withExample(block: Block): Promise<void> {
  await session.play('$ headwater add examples/tank-seven\n9 reports added')
  await typed(block)
}

/** The first look stands in the README before anything is installed elsewhere: what it shows is the beginning of what is printed. */
async function asInCheckout({ text }: Block): Promise<void> {
  await session.play(text)
}

/** Each line of the list of uses, on reports of the example and, for the web, as far as the command understands it. */
async function usage({ text }: Block): Promise<void> {
  cpSync('examples/tank-seven', join(here.folder, 'FOLDER'), { recursive: true })
  const lines = text.split('\n').map((line) => line.replace(/ {2,}.*/, ''))
  expect(lines.length).toBeGreaterThan(5)
  writeFileSync(join(here.folder, 'c.jsonl'), '{"id":"c","text":"The mayor said 3 boats sank."}')
  for (const [name, story] of [
    ['a.html', '1-iberia-wire.html'],
    ['b.txt', ''],
    ['report.html', '1-iberia-wire.html'],
  ])
    if (story) cpSync(join('examples/tank-seven', story), join(here.folder, name ?? ''))
    else writeFileSync(join(here.folder, name ?? ''), 'The mayor said 4 boats sank.')
  for (const line of lines) {
    const { printed, code } = await session.type(
      line.replace('node dist/bin/headwater.js', 'headwater').replace(/^headwater watch/, '$& --once'),
    )
    // Nobody answers for the addresses of examples: that is told of them by name, and is no wrong usage.
    expect([line, code, printed]).toEqual([line, line.includes('https:') ? 1 : 0, expect.stringMatching(/./)])
  }
}

async function bundledWithEsbuild(block: Block): Promise<void> {
  writeFileSync(join(here.folder, 'page.js'), readFileSync(join(here.folder, 'ferry.mjs')))
  await session.type(`npx() { "${resolve('node_modules/.bin')}/$@"; }`)
  await typed(block)
  expect(statSync(join(here.folder, 'public/page.js')).size).toBeGreaterThan(10_000)
}

/** A client of the protocol with the server that some words start. */
async function assistant([command = '', ...args]: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'a page', version: '1' })
  const env = { ...here.env }
  await client.connect(
    new StdioClientTransport({ command: 'env', args: [command, ...args], env, cwd: here.folder }) as never,
  )
  return client
}

/** The program of the assistant is not here; what it would start is. */
async function addedToAssistant({ text }: Block): Promise<void> {
  await session.type('claude() { echo "$@" > added; }')
  await session.play(text)
}

function questionsOfAssistant(): readonly Doing[] {
  let questions = ''
  return [
    ({ text }) => {
      questions = text
    },
    async ({ text }) => {
      const [, started = ''] = readFileSync(join(here.folder, 'added'), 'utf8').split(' -- ')
      const client = await assistant(started.trim().split(' '))
      const [, query = '{}', about = '{}'] = /^search (.+)\nclaim {2}(.+)$/.exec(questions) ?? []
      const found = await asked(client, 'search', JSON.parse(query))
      const claim = await asked(
        client,
        'claim',
        JSON.parse(about.replace('<handle>', found.data.found.items[0].handle)),
      )
      await client.close()
      expect(`${found.text}\n\n${claim.text}`).toBe(text)
    },
  ]
}

async function configured({ text }: Block): Promise<void> {
  const { command, args } = JSON.parse(text).mcpServers.headwater
  const client = await assistant([command, ...args.map((word: string) => word.replace('/home/ana', here.folder))])
  expect((await client.listTools()).tools.length).toBeGreaterThan(4)
  await client.close()
}

async function overHttp(block: Block): Promise<void> {
  await session.play(block.text.replace('mcp --http', 'mcp --collection desk.db --http'))
  const client = new Client({ name: 'a page', version: '1' })
  const headers = { authorization: `Bearer ${session.word('pV3f…')}` }
  const address = new URL(`http://127.0.0.1:${session.word('4127')}/mcp`)
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }) as never)
  expect((await asked(client, 'sources')).data.sources.total).toBeGreaterThan(0)
  await client.close()
}

/** A collector on this machine in the place of the page's. */
async function traced({ text }: Block): Promise<void> {
  const sent: string[] = []
  const collector = createServer((request, response) => {
    sent.push(request.url ?? '')
    request.resume().on('end', () => response.end())
  })
  await new Promise<void>((ready) => collector.listen(0, '127.0.0.1', ready))
  const { port } = collector.address() as AddressInfo
  const line = text.replace('collector.example:4318', `127.0.0.1:${port}`)
  expect(line).not.toBe(text)
  await session.play(`$ OTEL_BSP_SCHEDULE_DELAY=100 ${line} --port ${await freePort()}\nhttp…`)
  await expect.poll(() => sent, { timeout: 20_000 }).toContain('/v1/traces')
  collector.close()
}

/** Compiled against the types of the package, and run. */
async function handedIn({ text }: Block): Promise<void> {
  writeFileSync(join(here.folder, 'inputs.mts'), text)
  const tsc = `"${resolve('node_modules/.bin/tsc')}" --ignoreConfig --noEmit --strict --module nodenext --target es2023`
  const types = `--typeRoots "${resolve('node_modules/@types')}" --types node`
  expect(await session.type(`${tsc} ${types} inputs.mts`)).toEqual({ printed: '', code: 0 })
  expect(await session.type(`"${resolve('node_modules/.bin/tsx')}" inputs.mts`)).toEqual({ printed: '', code: 0 })
}

async function headOfTable({ text }: Block): Promise<void> {
  await session.play('$ headwater add examples/tank-seven\n9 reports added')
  await session.type('headwater export --format csv --out statements.csv')
  expect(readFileSync(join(here.folder, 'statements.csv'), 'utf8').split('\r\n')[0]).toBe(text)
}

async function describedCrate({ text }: Block): Promise<void> {
  writeFileSync(
    join(here.folder, 'flood.html'),
    '<title>Flood</title><p>The mayor of Kelda said 3 bridges were closed.</p>',
  )
  await session.play('$ headwater add flood.html\n1 report added')
  expect(await session.type('headwater export --format ro-crate --out crate')).toMatchObject({ code: 0 })
  const described = JSON.parse(readFileSync(join(here.folder, 'crate/ro-crate-metadata.json'), 'utf8'))
  const shown = JSON.parse(text)
  const found = described['@graph'].find((one: { readonly '@id': string }) => one['@id'] === shown['@id'])
  expect({ ...found, endTime: shown.endTime }).toEqual(shown)
}

/** The names of the heads stand in their order; what is in them is another each time, but for what kind of record it is. */
async function archived({ text }: Block): Promise<void> {
  const outlet = createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<title>Gate</title><p>The port office said that the gate stays shut.</p>'),
  )
  await new Promise<void>((ready) => outlet.listen(0, '127.0.0.1', ready))
  const { port } = outlet.address() as AddressInfo
  await session.play(`$ headwater add http://127.0.0.1:${port}/gate --allow-private\n1 report added`)
  outlet.close()
  expect(await session.type('headwater export --format warc --out case.warc.gz')).toMatchObject({ code: 0 })
  const { printed } = await session.type('zcat case.warc.gz')
  const records = printed.replaceAll('\r', '').split(/^(?=WARC\/)/m)
  const response = records.find((record) => record.includes('WARC-Type: response')) ?? ''
  const shown = text.split('\n').map((line) => line.replace(/: .*/, ''))
  const heads =
    response
      .split('\n\n')[0]
      ?.split('\n')
      .map((line) => line.replace(/: .*/, '')) ?? []
  expect(heads.filter((head) => shown.includes(head))).toEqual(shown)
  expect(response).toContain(`WARC-Target-URI: http://127.0.0.1:${port}/gate\n`)
}

/** No proxy is here: that it hands on to the port that the server was started at is what can be looked at. */
function behindProxy({ text }: Block): void {
  expect(text).toMatch(/^desk\.example \{\n {2}reverse_proxy 127\.0\.0\.1:4126\n\}$/)
}

/** As the proxy would hand it on. */
async function asProgram({ text }: Block): Promise<void> {
  const base = `http://127.0.0.1:${session.word('4126')}`
  const origin = 'https://desk.example'
  const proxied = (path: string, body: unknown, more: Readonly<Record<string, string>> = {}) =>
    asHost(base + path, origin, JSON.stringify(body), more)
  const joined = await proxied('/api/v1/join', {
    invitation: session.word('9Qx…'),
    name: 'ana',
    password: 'four tall herons at dusk',
  })
  expect(joined.status).toBe(201)
  const cookie = joined.cookie
  const me = JSON.parse((await asHost(`${base}/api/v1/me`, origin, undefined, { cookie })).body)
  const made = await proxied(
    '/api/v1/me/tokens',
    { label: 'a program', collection: 'desk', scope: 'read', days: 1, password: 'four tall herons at dusk' },
    { cookie, 'x-headwater-csrf': me.csrf },
  )
  expect([made.status, made.body]).toEqual([201, expect.stringContaining('headwater_')])
  const { shown: secret } = JSON.parse(made.body)
  const line = text.replace('$ curl', 'curl -s').replace('headwater_x1…', secret).replace(origin, base)
  const { printed } = await session.type(line.replace('curl -s', 'curl -s -H "Host: desk.example"'))
  expect(JSON.parse(printed).items.length).toBeGreaterThan(3)
}

describe.each(all)('%s', (page) => {
  const blocks = blocksOf(page)
  const { words, blocks: doings } = pages[page] ?? { blocks: [] }

  beforeAll(async () => {
    here = roomFor(page)
    session = openSession(here, await words?.())
  })
  afterAll(() => session?.close())

  it('has each of its blocks done by something', () => {
    expect(doings).toHaveLength(blocks.length)
  })

  it.each(blocks.map((block, i) => [block.line, block, doings[i]] as const))(
    'line %i',
    async (_, block, doing) => {
      if (typeof doing === 'function') await doing(block)
      else {
        const [name = ''] = /[^/]+(?=\.md$)/.exec(page) ?? []
        expect(readFileSync(doing?.by ?? '', 'utf8')).toMatch(new RegExp(`${page}|['\\s]${name}['\`]?:|'${name}'`))
      }
    },
    120_000,
  )
})

/** A question that came to a proxy under another name: `fetch` would put its own in. */
const asHost = (address: string, origin: string, body: string | undefined, more: Readonly<Record<string, string>>) =>
  new Promise<{ readonly status: number; readonly body: string; readonly cookie: string }>((resolve, reject) => {
    const headers = { host: new URL(origin).host, origin, 'content-type': 'application/json', ...more }
    const sent = request(address, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          cookie: (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; '),
        }),
      )
    })
    sent.on('error', reject).end(body)
  })
