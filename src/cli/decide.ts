import type { Decided, NamedVoice, QuotedStatement, Subject } from '../model/decision.ts'
import type { Report } from '../model/report.ts'
import type { Store } from '../ports/store.ts'
import { bringUpToDate, upToDateOptions } from './bring-up-to-date.ts'
import { withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, refusalLine, type World, WrongUsage } from './command.ts'

export const decide: Command = {
  name: 'decide',
  arguments: '[words...]',
  summary: 'Correct the machine, grade a source, leave a note: kept apart, applied on top, and always to be undone.',
  options: [
    ...upToDateOptions,
    { flags: '--reason <words>', says: 'why; stands in the log' },
    { flags: '--preview', says: 'only say which counts it would move' },
    {
      flags: '--import <file>',
      says: 'take over what people wrote in another program as notes: STIX 2.1, FollowTheMoney, ClaimReview, Web Annotation',
    },
    { flags: '--list', says: 'everything that was decided, with its id' },
    { flags: '--json', says: 'as JSON' },
  ],
  examples: [
    {
      line: 'headwater decide same-source "Ana Ruiz" "the governor" --reason "one person"',
      says: 'two names of one voice; also not-same-source',
    },
    {
      line: 'headwater decide same-claim a1#12-88 a3#4-61',
      says: 'two statements answer one question; also not-same-claim',
    },
    { line: 'headwater decide not-made-from a3 a1', says: 'a3 was not made from a1; also made-from' },
    { line: 'headwater decide grade NHK B --reason "usually reliable"', says: 'the letter of a source, A to F' },
    { line: 'headwater decide affiliation "Ana Ruiz" "the ministry"', says: 'whom a voice speaks for; - for nobody' },
    {
      line: 'headwater decide state claim:c7 unverifiable',
      says: 'also note and tag, on document:, source:, statement: or claim:',
    },
    {
      line: 'headwater decide --import colleagues.stix.json',
      says: 'their notes on reports, voices and claims that are here',
    },
    { line: 'headwater decide undo d12', says: 'take a decision back' },
  ],
  run: (world, words, options) =>
    withCollection<ExitCode>(world, options, async (store) => {
      if (options.list === true) return listed(world, store, options)
      if (typeof options.import === 'string') {
        if (words.length > 0) throw new WrongUsage('--import takes a file and no words')
        return imported(world, store, options.import, options)
      }
      const { decide: decided } = await import('../app/collection/decide.ts')
      const { reportOf } = await import('../app/collection/report.ts')
      await bringUpToDate(world, store, options)
      const deciding = await decidingOf(store, await reportOf(store), words, options)
      if (options.preview === true) return previewed(world, store, deciding, options)
      const line = await decided(store, deciding, world.acting)
      await bringUpToDate(world, store, options)
      const { unapplied = [] } = await reportOf(store)
      const flaw = unapplied.find(({ decision }) => decision === line.id)
      if (flaw) world.tell(oneLine(`kept, but not applied: ${flaw.says}`))
      world.print(options.json === true ? JSON.stringify(line) : oneLine(`${line.id} kept`))
      return flaw ? 1 : 0
    }),
}

type Deciding = Parameters<typeof import('../app/collection/decide.ts').decide>[1]

async function decidingOf(store: Store, report: Report, words: readonly string[], options: Options): Promise<Deciding> {
  const [kind = '', first = '', second = '', ...more] = words
  const reason = typeof options.reason === 'string' ? options.reason : undefined
  if (kind === 'undo') {
    const { decisionsOf } = await import('../app/collection/decide.ts')
    if (!(await decisionsOf(store)).some(({ id }) => id === first))
      throw new WrongUsage(`nothing was decided under the id "${first}"; headwater decide --list shows all`)
    return { undoes: first, reason }
  }
  const shape = shapes[kind]
  if (!shape) throw new WrongUsage(`"${kind}" cannot be decided; it knows ${Object.keys(shapes).join(', ')}, undo`)
  if (first === '' || second === '' || more.length > 0)
    throw new WrongUsage(`decide ${kind} wants two words after it; put names of several words in quotation marks`)
  const { decisionIn } = await import('../collection/decision-schema.ts')
  const found = decisionIn({ kind, ...shape(report, first, second, reason) })
  if ('says' in found) throw new WrongUsage(found.says)
  return { decision: found.decision, reason }
}

/** What each kind of decision makes of its two words. */
const shapes: Readonly<
  Record<
    string,
    (report: Report, first: string, second: string, reason: string | undefined) => Readonly<Record<string, unknown>>
  >
> = {
  'same-source': (_, a, b) => ({ a: { name: a }, b: { name: b } }),
  'not-same-source': (_, a, b) => ({ a: { name: a }, b: { name: b } }),
  alias: (_, source, name) => ({ source: { name: source }, name }),
  affiliation: (_, source, of) => ({ source: { name: source }, of: of === '-' ? null : { name: of } }),
  grade: (_, source, letter, reason) => ({ source: { name: source }, letter: letter.toUpperCase(), reason }),
  'same-claim': (report, a, b) => ({ a: statementOf(report, a), b: statementOf(report, b) }),
  'not-same-claim': (report, a, b) => ({ a: statementOf(report, a), b: statementOf(report, b) }),
  'made-from': (report, document, from) => ({ document: documentOf(report, document), from: upstreamOf(report, from) }),
  'not-made-from': (report, document, from) => ({
    document: documentOf(report, document),
    from: upstreamOf(report, from),
  }),
  note: (report, on, text) => ({ on: subjectOf(report, on), text }),
  tag: (report, on, text) => ({ on: subjectOf(report, on), text }),
  state: (report, on, state) => ({ on: subjectOf(report, on), state }),
}

function statementOf({ statements }: Report, id: string): QuotedStatement {
  const found = statements.find((statement) => statement.id === id)
  if (!found) throw new WrongUsage(`there is no statement ${id} in this collection; headwater search shows their ids`)
  const { document, quote, start, end } = found
  return { document, quote, start, end }
}

function documentOf({ documents }: Report, id: string): string {
  if (!documents.some((document) => document.id === id))
    throw new WrongUsage(`there is no report ${id} in this collection`)
  return id
}

const upstreamOf = (report: Report, name: string) =>
  report.documents.some(({ id }) => id === name)
    ? { kind: 'document', document: name }
    : { kind: 'source', source: { name } }

function subjectOf(report: Report, words: string): Subject {
  const [, kind, name = ''] = /^(document|source|statement|claim):(.+)$/.exec(words) ?? []
  if (kind === 'document') return { kind, document: documentOf(report, name) }
  if (kind === 'source') return { kind, source: { name } satisfies NamedVoice }
  if (kind === 'statement') return { kind, statement: statementOf(report, name) }
  if (kind === 'claim') {
    const claim = report.claims.find(({ id }) => id === name)
    return { kind, statement: statementOf(report, claim?.statements[0] ?? name) }
  }
  throw new WrongUsage(`say what it is on: document:, source:, statement: or claim: and its id, not "${words}"`)
}

async function previewed(world: World, store: Store, deciding: Deciding, { json }: Options): Promise<ExitCode> {
  const { preview } = await import('../app/collection/preview.ts')
  const moved = await preview(store, deciding)
  if (json === true) world.print(JSON.stringify(moved))
  else {
    const words = (count: number | null): string => (count === null ? 'not a claim of its own' : `${count} independent`)
    for (const { gist, before, after } of moved) world.print(oneLine(`${gist}: ${words(before)} → ${words(after)}`))
    world.print(moved.length === 0 ? 'no count would move' : `${moved.length} would change; nothing was written`)
  }
  return 0
}

async function imported(world: World, store: Store, path: string, options: Options): Promise<ExitCode> {
  await bringUpToDate(world, store, options)
  const { importNotes } = await import('../app/collection/import-notes.ts')
  const { format, kept, known, own, refused } = await importNotes(
    store,
    await reportIn(store),
    path,
    await world.readFile(path),
    world.acting,
  )
  for (const refusal of refused) world.tell(refusalLine(refusal))
  await bringUpToDate(world, store, options)
  if (options.json === true) world.print(JSON.stringify({ input: path, format, kept, known, own, refused }))
  else {
    const parts = [
      `${kept} ${kept === 1 ? 'note' : 'notes'} kept`,
      ...(known > 0 ? [`${known} known already`] : []),
      ...(own > 0 ? [`${own} made by Headwater itself passed over`] : []),
      ...(refused.length > 0 ? [`${refused.length} refused`] : []),
    ]
    world.print(oneLine(parts.join(', ')))
  }
  return refused.length > 0 ? 1 : 0
}

const reportIn = async (store: Store): Promise<Report> => (await import('../app/collection/report.ts')).reportOf(store)

async function listed(world: World, store: Store, { json }: Options): Promise<ExitCode> {
  const { decisionsOf } = await import('../app/collection/decide.ts')
  const undone = new Set<string>()
  const decided = await decisionsOf(store)
  for (const { undoes } of decided) if (undoes !== undefined) undone.add(undoes)
  for (const line of decided)
    world.print(json === true ? JSON.stringify(line) : oneLine(inWords(line, undone.has(line.id))))
  return 0
}

const inWords = ({ id, at, by, reason, decision, undoes }: Decided, isUndone: boolean): string =>
  [
    id,
    at.slice(0, 16).replace('T', ' '),
    by,
    decision === null ? `takes back ${undoes}` : JSON.stringify(decision),
    reason ? `(${reason})` : '',
    isUndone ? '[taken back]' : '',
  ]
    .filter((part) => part !== '')
    .join('  ')
