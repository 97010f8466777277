// Writes the parts of docs/ that the program itself knows: the help of every command and the tables of rules.
//   tsx scripts/make-docs.ts            write them
//   tsx scripts/make-docs.ts --check    fail where what stands in docs/ is not what would be written
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { variables } from '../src/app/environment.ts'
import type { World } from '../src/cli/command.ts'
import { commands } from '../src/cli/commands.ts'
import { programOf } from '../src/cli/program.ts'
import { type Format, formats } from '../src/export/formats.ts'
import { reportJsonSchema } from '../src/export/json/report-schema.ts'
import { appOf } from '../src/server/app.ts'
import { documentOf } from '../src/server/document.ts'
import type { TeamServer } from '../src/server/team-server.ts'
import { clientTypes } from './make-client.ts'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

function held(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The help of the program and of every command, as printed at 80 columns. */
function commandsPage(): string {
  const program = programOf(silent, () => undefined)
  const shown = [program, ...program.commands].map((command) => {
    let text = ''
    command.configureOutput({
      writeOut: (part) => {
        text += part
      },
      getOutHelpWidth: () => 80,
    })
    command.outputHelp()
    const name = command === program ? 'headwater' : `headwater ${command.name()}`
    return `## ${name}\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n`
  })
  const settings = variables.map(({ name, says }) => `| \`${name}\` | ${says} |`)
  return `# Commands\n\nMade from the program's own \`--help\` by \`npm run docs\`. ${commands.length} commands; what they read and print is told in [the data](data.md).\n\n${shown.join('\n')}\n## The environment\n\n| variable | what for |\n|---|---|\n${settings.join('\n')}\n`
}

const silent: World = {
  print: () => undefined,
  tell: () => undefined,
  write: async () => undefined,
  writePieces: async () => undefined,
  writeFolder: async () => undefined,
  objection: async () => undefined,
  readFile: async () => new Uint8Array(),
  stdin: (async function* (): AsyncGenerator<Uint8Array> {})(),
  openCollection: () => Promise.reject(new Error('documents are made without any')),
  acting: { by: 'nobody', now: () => '' },
  sleep: async () => false,
  openPeople: () => Promise.reject(new Error()),
  secret: () => undefined,
  width: 80,
  colour: false,
  openTelemetry: () => Promise.reject(new Error('nothing is run here')),
  progress: () => undefined,
}

/** Every list of rules under src/language: what names a rule is one, and each of its other fields is a column. */
async function rulesPage(): Promise<string> {
  const tables: string[] = []
  for (const path of languageFiles()) {
    const lists = Object.entries((await import(pathToFileURL(path).href)) as Record<string, unknown>).filter(isRuleList)
    for (const [name, rules] of lists) tables.push(table(relative('src/language', path), name, rules))
  }
  return `# Rules\n\nWords as data: every rule that reads a text, with the id that \`--why\` prints. Made from \`src/language\` by \`npm run docs\`.\n\n${tables.join('\n')}`
}

const languageFiles = (): readonly string[] =>
  readdirSync('src/language', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

type Rule = Readonly<Record<string, unknown>> & { readonly rule: string }

const isRuleList = (entry: [string, unknown]): entry is [string, readonly Rule[]] =>
  Array.isArray(entry[1]) &&
  entry[1].length > 0 &&
  entry[1].every((rule) => typeof rule?.rule === 'string' && rule.rule.includes('/'))

function table(file: string, name: string, rules: readonly Rule[]): string {
  const columns = [...new Set(rules.flatMap((rule) => Object.keys(rule)))]
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `## ${name} (${rules.length})\n\n\`${file}\`\n`,
    row(columns),
    row(columns.map(() => '---')),
    ...rules.map((rule) => row(columns.map((column) => cell(rule[column])))),
    '',
  ].join('\n')
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (value instanceof RegExp) return code(value.source)
  if (value instanceof Set || Array.isArray(value))
    return [...value]
      .map((part) =>
        typeof part === 'object' && !(part instanceof RegExp)
          ? JSON.stringify(part)
          : part instanceof RegExp
            ? part.source
            : String(part),
      )
      .map(code)
      .join(', ')
  return typeof value === 'object' ? code(JSON.stringify(value)) : code(String(value))
}

const code = (text: string): string => `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``

/** What the server says of itself, as it is with accounts. */
const described = documentOf(
  appOf({
    desks: { all: [], named: () => undefined, close: async () => undefined },
    access: { whoSends: async () => undefined, signedIn: () => undefined, isOpen: true, refusal: '' },
    origins: () => new Map(),
    team: {} as TeamServer,
    workbench: '',
    tell: () => undefined,
  }),
)

/** As everything else here is laid out. */
function formatted(path: string, code: string): string {
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${path}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, biome, { input: code, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${path} cannot be laid out: ${stderr}`)
  return stdout
}

/** Every route of the server, from the document that it gives of itself. */
function apiPage(): string {
  const { paths = {} } = described
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>)
      .filter(([method]) => method !== 'parameters')
      .map(
        ([method, { summary = '', parameters = [], 'x-role': by = '' }]) =>
          `| ${code(`${method.toUpperCase()} ${path}`)} | ${summary} | ${parameters
            .filter((one) => one.in === 'query')
            .map(({ name }) => code(name))
            .join(', ')} | ${by} |`,
      ),
  )
  return `# The API

Made from the server's own OpenAPI document (\`/api/v1/openapi.json\`, which has all shapes) by \`npm run docs\`. How to ask it is told on
[the page of the server](server.md). Lists are given in pages: \`{items, total, next}\`, with \`limit\` (at most 500) and \`after\`, the \`next\` of
the page before. Who may ask is a role in the collection, with all roles above it (viewer, analyst, editor, admin), or outside of collections
\`anyone\`, a \`person\` who is signed in, an \`account\` (signed in at a browser, not a program with a token), or a \`steward\` (admin of every
collection). Who has the token of the local server is admin of everything; what is about people is there with \`--team\` only. Claims go by the id of their first statement.

| method and path | gives | may be asked with | by |
|---|---|---|---|
${rows.join('\n')}
`
}

/** Every form a collection is given away in, from the list that help, API and workbench show. */
const formatsPage = (): string => `# Exports

Made from \`src/export/formats.ts\` by \`npm run docs\`. \`headwater export --format NAME --out PATH\`; without \`--format\` the ending tells. The same collection gives the same
bytes in every form. How things are named is the same in all of them: [STIX](stix.md). What people wrote in other programs comes in by
[\`decide --import\`](imports.md).

| form | ending | what it is | not in it |
|---|---|---|---|
${formats
  .map(
    ({ name, endings, says, lacks }: Format) =>
      `| [\`${name}\`](${name}.md) | ${endings.map((ending) => code(`.${ending}`)).join(', ')} | ${says} | ${lacks} |`,
  )
  .join('\n')}
`

interface Operation {
  readonly summary?: string
  /** Who may ask. */
  readonly 'x-role'?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
}

const pages = {
  'docs/export/formats.md': formatsPage(),
  'docs/export/report.schema.json': `${JSON.stringify(reportJsonSchema(true), undefined, 2)}\n`,
  'docs/commands.md': commandsPage(),
  'docs/rules.md': await rulesPage(),
  'docs/server/api.md': apiPage(),
  'src/client/paths.ts': formatted('src/client/paths.ts', clientTypes(described)),
}
const check = process.argv.includes('--check')
let stale = 0
for (const [path, text] of Object.entries(pages)) {
  if (!check) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } else if (held(path) !== text) {
    console.error(`${path} is not what the program says; run npm run docs`)
    stale++
  }
}
process.exitCode = stale > 0 ? 1 : 0
