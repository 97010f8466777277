import { type FindableKind, type Hit, isDay, type Question, termsOf } from '../collection/search.ts'
import { csvRow } from '../export/csv/csv.ts'
import { findingKinds } from '../model/finding.ts'
import { certainties } from '../model/statement.ts'
import { bringUpToDate, upToDateOptions } from './bring-up-to-date.ts'
import { withCollection } from './collection.ts'
import { type Command, type Options, oneLine, type World, WrongUsage } from './command.ts'

export const search: Command = {
  name: 'search',
  arguments: '[words...]',
  summary: 'Find statements, reports and sources of a collection by their words, with the words in place.',
  options: [
    ...upToDateOptions,
    { flags: '--kind <kind>', says: 'only statement, document or source', values: ['statement', 'document', 'source'] },
    { flags: '--source <name>', says: 'only what a source of this name says' },
    { flags: '--outlet <name>', says: 'only what stands in an outlet of this name' },
    { flags: '--from <day>', says: 'published on this day or later, 2026-02-03' },
    { flags: '--to <day>', says: 'published on this day or before' },
    { flags: '--at-least <number>', says: 'with a figure that may be this large' },
    { flags: '--at-most <number>', says: 'with a figure that may be this small' },
    { flags: '--finding <kind>', says: 'only of claims with a finding: conflict, drift, single-origin …' },
    {
      flags: '--certainty <word>',
      says: 'only asserted, hedged, planned or denied',
      values: ['asserted', 'hedged', 'planned', 'denied'],
    },
    { flags: '--limit <n>', says: 'how many; 20 when not given' },
    { flags: '--skip <n>', says: 'how many to pass over before' },
    { flags: '--json', says: 'as JSON: {total, hits}' },
    { flags: '--csv', says: 'as CSV' },
  ],
  examples: [
    {
      line: 'headwater search dam "burst open" -rumour flood*',
      says: 'all words, a phrase, a word that must not be there, the beginning of one',
    },
    { line: 'headwater search --source governor --finding conflict', says: 'everything disputed that a governor says' },
  ],
  // A word that must not be there would be taken for an option.
  understood: (words) => words.map((word) => word.replace(/^-(?=[^-])/, '−')),
  run: (world, words, options) =>
    withCollection(world, options, async (store) => {
      if (options.json === true && options.csv === true) throw new WrongUsage('give --json or --csv, not both')
      const question = questionOf(words, options)
      await bringUpToDate(world, store, options)
      const found = await store.search(question)
      if (options.json === true) world.print(JSON.stringify(found))
      else if (options.csv === true) for (const row of csvOf(found.hits)) world.print(row)
      else {
        for (const hit of found.hits) world.print(shown(hit, world))
        world.print(
          found.total > found.hits.length ? `${found.hits.length} of ${found.total} shown` : `${found.total} found`,
        )
      }
      return found.total > 0 ? 0 : 1
    }),
}

const kinds: readonly FindableKind[] = ['statement', 'document', 'source']

function questionOf(words: readonly string[], options: Options): Question {
  const text = (name: string): string | undefined => {
    const value = options[name]
    return typeof value === 'string' ? value : undefined
  }
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    const found = known.find((word) => word === value.toLowerCase())
    if (!found) throw new WrongUsage(`--${name} does not know "${value}"; it knows ${known.join(', ')}`)
    return found
  }
  const number = (name: string, flag: string): number | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    const found = Number(value.replaceAll(',', ''))
    if (!Number.isFinite(found)) throw new WrongUsage(`--${flag} wants a number, not "${value}"`)
    return found
  }
  const day = (name: string): string | undefined => {
    const value = text(name)
    if (value !== undefined && !isDay(value)) throw new WrongUsage(`--${name} wants a day, 2026-02-03, not "${value}"`)
    return value
  }
  const whole = (name: string, least: number, otherwise: number): number => {
    const found = number(name, name) ?? otherwise
    if (!Number.isInteger(found) || found < least)
      throw new WrongUsage(`--${name} wants a whole number from ${least} on, not "${text(name)}"`)
    return found
  }
  const kind = one('kind', kinds)
  const question: Question = {
    terms: termsOf(words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ')),
    kinds: kind ? [kind] : [],
    source: text('source'),
    outlet: text('outlet'),
    from: day('from'),
    to: day('to'),
    atLeast: number('atLeast', 'at-least'),
    atMost: number('atMost', 'at-most'),
    finding: one('finding', findingKinds),
    certainty: one('certainty', certainties),
    limit: whole('limit', 1, 20),
    skip: whole('skip', 0, 0),
  }
  const { terms, kinds: asked, limit, skip, ...filters } = question
  if (terms.length === 0 && asked.length === 0 && Object.values(filters).every((filter) => filter === undefined))
    throw new WrongUsage('say what to look for: words, or a filter such as --source')
  return question
}

function shown({ kind, id, document, quote, marks, outlet, published, sources }: Hit, { colour }: World): string {
  const [on, off] = colour ? ['\u001b[1m', '\u001b[22m'] : ['', '']
  let [text, at] = ['', 0]
  for (const { start, end } of marks) {
    text += `${oneLine(quote.slice(at, start))}${on}${oneLine(quote.slice(start, end))}${off}`
    at = end
  }
  text += oneLine(quote.slice(at))
  const where = [
    outlet ?? document,
    published?.slice(0, 10),
    kind === 'statement' && sources.length > 0 ? sources.join(' ← ') : undefined,
  ]
  return `${text}\n    ${kind} ${oneLine([id, ...where].filter(Boolean).join(' · '))}`
}

const csvOf = (hits: readonly Hit[]): readonly string[] => [
  csvRow(['kind', 'id', 'document', 'start', 'quote', 'outlet', 'published', 'certainty', 'sources', 'findings']),
  ...hits.map((hit) =>
    csvRow([
      hit.kind,
      hit.id,
      hit.document,
      hit.start,
      hit.quote,
      hit.outlet,
      hit.published,
      hit.certainty,
      hit.sources.join('; '),
      hit.findings.join('; '),
    ]),
  ),
]
