// Writes the parts of docs/ that the program itself knows: the help of every command and the tables of rules.
//   tsx scripts/make-docs.ts            write them
//   tsx scripts/make-docs.ts --check    fail where what stands in docs/ is not what would be written
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Desk } from '../src/app/workbench/desk.ts'
import type { World } from '../src/cli/command.ts'
import { commands } from '../src/cli/commands.ts'
import { programOf } from '../src/cli/program.ts'
import { document as apiAbout, appOf } from '../src/server/app.ts'

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
  return `# Commands\n\nMade from the program's own \`--help\` by \`npm run docs\`. ${commands.length} commands; what they read and print is told in [the data](data.md).\n\n${shown.join('\n')}`
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
  secret: () => undefined,
  webhookSecret: undefined,
  width: 80,
  colour: false,
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

/** Every route of the server, from the document that it gives of itself. */
function apiPage(): string {
  const app = appOf({
    desk: {} as Desk,
    access: { whoSends: () => undefined, signedIn: () => undefined },
    hosts: () => [],
    workbench: '',
    tell: () => undefined,
  })
  const { paths = {} } = app.getOpenAPI31Document(apiAbout)
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(
      ([method, { summary = '', parameters = [] }]) =>
        `| ${code(`${method.toUpperCase()} ${path}`)} | ${summary} | ${parameters
          .filter((one) => one.in === 'query')
          .map(({ name }) => code(name))
          .join(', ')} |`,
    ),
  )
  return `# The API

Made from the server's own OpenAPI document (\`/api/v1/openapi.json\`, which has all shapes) by \`npm run docs\`. How to ask it is told on
[the page of the server](server.md). Lists are given in pages: \`{items, total, next}\`, with \`limit\` (at most 500) and \`after\`, the \`next\` of
the page before. Claims go by the id of their first statement.

| method and path | gives | may be asked with |
|---|---|---|
${rows.join('\n')}
`
}

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
}

const pages = {
  'docs/commands.md': commandsPage(),
  'docs/rules.md': await rulesPage(),
  'docs/server/api.md': apiPage(),
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
