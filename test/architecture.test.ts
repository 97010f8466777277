import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom: a room knows itself and the rooms named here. Folders read in the order an article travels. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model', 'language'],
  language: ['model'],
  intake: ['model', 'text', 'language'],
  parsing: ['model', 'text', 'language'],
  extract: ['model', 'text', 'language', 'parsing'],
  story: ['model', 'text', 'language', 'extract'],
  provenance: ['model', 'text', 'language', 'extract', 'story'],
  findings: ['model', 'text', 'language', 'provenance'],
  fusion: ['model', 'text', 'language'],
  export: ['model', 'text', 'language', 'collection'],
  suggesting: ['model', 'text', 'collection', 'export'],
  views: ['model', 'text', 'export'],
  dossier: ['model', 'text', 'export', 'views'],
  tracing: ['model', 'text', 'extract', 'story', 'provenance', 'findings'],
  'index.ts': ['model', 'intake', 'extract', 'story', 'provenance', 'fusion', 'export', 'tracing'],
  client: [],
  workbench: ['model', 'text', 'collection', 'team', 'export', 'views', 'client'],
  collection: ['model', 'text'],
  team: ['model', 'collection'],
  ports: ['model', 'intake', 'collection', 'team'],
  adapters: ['model', 'intake', 'collection', 'team', 'ports'],
  app: [
    'model',
    'text',
    'intake',
    'extract',
    'suggesting',
    'tracing',
    'collection',
    'team',
    'export',
    'dossier',
    'ports',
    'adapters',
  ],
  cli: [
    'model',
    'text',
    'intake',
    'extract',
    'story',
    'provenance',
    'fusion',
    'export',
    'suggesting',
    'tracing',
    'collection',
    'team',
    'ports',
    'adapters',
    'app',
    'server',
    'mcp',
  ],
  server: ['model', 'text', 'collection', 'team', 'export', 'ports', 'app'],
  mcp: ['model', 'text', 'collection', 'team', 'export', 'ports', 'app', 'server'],
}

/** Packages that only one place of the core or the edge may know. */
const packageHomes: Readonly<Record<string, string | readonly string[]>> = {
  linkedom: 'src/',
  commander: 'src/cli/',
  tinyglobby: 'src/adapters/',
  '@photostructure/sqlite': 'src/adapters/store/',
  pg: 'src/adapters/store/',
  '@nats-io/transport-node': 'src/adapters/queue/',
  '@nats-io/jetstream': 'src/adapters/queue/',
  hono: ['src/server/', 'src/mcp/'],
  'hono/html': 'src/server/',
  'hono/etag': 'src/server/',
  'hono/body-limit': ['src/server/', 'src/mcp/'],
  '@hono/node-server': ['src/server/', 'src/mcp/'],
  'prom-client': 'src/adapters/telemetry/',
  pino: 'src/adapters/telemetry/',
  '@opentelemetry/api': 'src/adapters/telemetry/',
  '@opentelemetry/sdk-trace-node': 'src/adapters/telemetry/',
  '@opentelemetry/resources': 'src/adapters/telemetry/',
  '@opentelemetry/exporter-trace-otlp-proto': 'src/adapters/telemetry/',
  'hono/route': 'src/server/',
  '@aws-sdk/client-s3': 'src/adapters/blobs/',
  'openid-client': 'src/adapters/identity/',
  'rate-limiter-flexible': 'src/server/',
  'hono/router/trie-router': 'src/server/',
  '@hono/zod-openapi': 'src/server/',
  unpdf: 'src/intake/pdf/',
  mammoth: 'src/intake/docx/',
  'postal-mime': 'src/intake/mail/',
  n3: 'src/app/collection/',
  pkijs: 'src/adapters/notary/',
  asn1js: 'src/adapters/notary/',
  'react-dom/server': 'src/dossier/',
  'react-dom/client': 'src/workbench/',
}

const files = sourceFiles('src').filter((path) => !path.endsWith('.test.ts'))
const imports = files.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => ({
    path,
    target,
  })),
)

describe('architecture', () => {
  it('has no room without a rule', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => room !== 'platform.d.ts').sort()).toEqual(
      Object.keys(mayImport).sort(),
    )
  })

  it('lets every room import only what lies before it', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.') && !isText(target))
      .map(({ path, target }) => ({ path, room: roomOf(path), to: roomOf(join(dirname(path), target)) }))
      .filter(({ room, to }) => room !== to && !mayImport[room]?.includes(to))
    expect(wrong.map(({ path, to }) => `${path} imports ${to}`)).toEqual([])
  })

  it('keeps Node out of the core, the views and the dossier', () => {
    const edge = new Set(['adapters', 'app', 'cli', 'server', 'mcp'])
    const wrong = imports.filter(({ path, target }) => target.startsWith('node:') && !edge.has(roomOf(path)))
    expect(wrong.map(({ path, target }) => `${path} imports ${target}`)).toEqual([])
  })

  it('lets commands know nothing of each other', () => {
    const shared = new Set([
      'command.ts',
      'commands.ts',
      'program.ts',
      'main.ts',
      'inputs.ts',
      'jsonl-rows.ts',
      'delivery.ts',
      'monitoring.ts',
      'collection.ts',
      'bring-up-to-date.ts',
      'time-stamping.ts',
      'serve-team.ts',
      'queue.ts',
      'threads.ts',
    ])
    const wrong = imports.filter(
      ({ path, target }) =>
        roomOf(path) === 'cli' &&
        !shared.has(path.slice('src/cli/'.length)) &&
        target.startsWith('./') &&
        !shared.has(target.slice(2)),
    )
    expect(wrong).toEqual([])
  })

  it('knows each engine in one place', () => {
    const wrong = imports.filter(
      ({ path, target }) =>
        packageHomes[target] !== undefined && ![packageHomes[target]].flat().some((home) => path.startsWith(home)),
    )
    expect(wrong.map(({ path, target }) => `${path} imports ${target}`)).toEqual([])
  })

  it('loads no reader of pages, papers, mails or archives, no language model and nothing of the web before one is needed', () => {
    const loaded = new Set(['src/cli/main.ts', 'src/cli/read.ts'])
    for (const path of loaded) {
      if (!path.startsWith('src/')) continue
      const code = readFileSync(path, 'utf8')
      for (const [, target = ''] of code.matchAll(/^(?:import|export)\s(?!type\b)(?:[^'=;]*?from\s)?'([^']+)'/gm))
        loaded.add(target.startsWith('.') ? join(dirname(path), target) : target)
    }
    expect(
      [...loaded].filter((target) =>
        /^(?:linkedom|defuddle|eld|@mozilla|htmlparser2|marked|unpdf|mammoth|postal-mime|fflate|undici|ipaddr\.js|pako|hono|@hono|react|react-dom|@modelcontextprotocol)\b/.test(
          target,
        ),
      ),
    ).toEqual([])
    expect(loaded.has('src/intake/readers.ts')).toBe(true)
  })

  it('has no state, effect, handler or style of its own in the views: two pages show them, one without a script', () => {
    const forbidden = /\buse[A-Z]\w*\(|\son[A-Z]\w+=|\sstyle=|\bclassName=\{?["'`][^"'`]*\bno-print\b/
    const views = files.filter((path) => roomOf(path) === 'views')
    expect(views.filter((path) => forbidden.test(withoutComments(readFileSync(path, 'utf8'))))).toEqual([])
    expect(views.length).toBeGreaterThan(20)
  })

  it('uses no clock, chance or locale in the core', () => {
    const edge = new Set(['adapters', 'app', 'cli', 'server', 'mcp', 'workbench'])
    const isClient = (path: string): boolean => path.startsWith('src/dossier/client/')
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\.toLocale\w+\(|\.localeCompare\(|\bIntl\.|\bprocess\./
    const wrong = files.filter(
      (path) =>
        !edge.has(roomOf(path)) && !isClient(path) && forbidden.test(withoutComments(readFileSync(path, 'utf8'))),
    )
    expect(wrong).toEqual([])
  })

  it('has no file that is named after nothing', () => {
    expect(
      files.filter(
        (path) => /(?:^|\/)(?:utils?|helpers?|common|misc|index)\.ts$/.test(path) && path !== 'src/index.ts',
      ),
    ).toEqual([])
  })
})

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(relative('.', entry.parentPath), entry.name).replaceAll('\\', '/'))
    .sort()
}

/** `src/extract/times/times.ts` → `extract`; `src/index.ts` → `index.ts`. */
function roomOf(path: string): string {
  return path.replaceAll('\\', '/').split('/')[1] ?? path
}

/** The words of a file (the glossary), which are bundled as they stand, are no code. */
const isText = (target: string): boolean => target.endsWith('?raw')

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
