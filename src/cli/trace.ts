import { pipeline } from '../app/collection/acting.ts'
import { join } from '../app/collection/builds.ts'
import { type Only, onlyWords } from '../export/view/only.ts'
import type { Report } from '../model/report.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type Options, oneLine, type World, WrongUsage } from './command.ts'
import { collect, webOptions } from './inputs.ts'
import { threadsOf, threadsOption } from './threads.ts'

export const trace: Command = {
  name: 'trace',
  arguments: '[input...]',
  summary:
    'Answer, for every claim in the reports: who first said it, how many independent origins it has, how it changed on the way.',
  options: [
    { ...collectionOption, says: `instead of inputs: everything in a collection. ${collectionOption.says}` },
    { flags: '--json', says: 'the whole report as JSON (schema headwater/report@1)' },
    { flags: '--text', says: 'with --json, the text of every document too' },
    { flags: '--markdown', says: 'the report as Markdown' },
    { flags: '--html <file>', says: 'write an interactive dossier: one file that needs no network' },
    {
      flags: '--only <word>',
      says: 'only claims that show one of these, parted by commas or slashes: figure, drift, conflict, role, single-origin, …',
      values: onlyWords,
    },
    { flags: '--brief', says: 'only the story in figures and the claims most worth a look, a line each' },
    threadsOption,
    { flags: '--why', says: 'name the rule behind every derivation and finding, and print the trails' },
    {
      flags: '--claim <claim>',
      says: 'only this claim, by its id or by its number in the terminal report; --why c7 is --why --claim c7',
    },
    {
      flags: '--take-over',
      says: 'go back to this build: it makes the answers of the collection even where a newer one did. Once, not in a script',
    },
    ...webOptions,
  ],
  examples: [
    { line: 'headwater trace reports/', says: 'a report in the terminal' },
    { line: 'headwater trace reports/ --html dossier.html', says: 'a dossier to open, print or mail' },
    {
      line: 'headwater trace reports/ --why 3',
      says: 'every trail of the third claim, hop by hop, with the words that say so',
    },
    { line: 'headwater trace https://courier.example/rss', says: 'the reports of a feed, fetched from the web' },
    { line: 'headwater trace a.html b.txt c.jsonl --json', says: 'for other programs' },
  ],
  understood: (words) =>
    words.flatMap((word, i) => (words[i - 1] === '--why' && isClaim.test(word) ? ['--claim', word] : [word])),
  async run(world, inputs, options) {
    const { json, text, markdown, html, only, why, brief, claim, collection } = options
    if (inputs.length > 0 && collection !== undefined)
      throw new WrongUsage('name inputs or a collection, not both; headwater add puts inputs into a collection')
    const isKept =
      collection !== undefined || (inputs.length === 0 && world.secret('HEADWATER_COLLECTION') !== undefined)
    if (inputs.length === 0 && !isKept)
      throw new WrongUsage('name files, folders or addresses to trace, or a --collection')
    if (json === true && markdown === true) throw new WrongUsage('give --json or --markdown, not both')
    if (brief === true && [json, markdown, html, why, claim].some((other) => other !== undefined))
      throw new WrongUsage('--brief is for the report in the terminal, without --why and --claim')
    if (claim !== undefined && json === true)
      throw new WrongUsage('--claim shows one claim to people; --json always gives all')
    if (typeof claim === 'string' && !isClaim.test(claim))
      throw new WrongUsage(`--claim wants an id or a number, c7 or 3, not "${claim}"`)
    if (options.takeOver === true && !isKept) throw new WrongUsage('--take-over is for a --collection')
    threadsOf(options)
    const asked = { only: onlyOf(only), why: why === true, text: text === true }
    const objection = typeof html === 'string' ? await world.objection(html) : undefined
    if (objection) throw new WrongUsage(objection)
    const report = isKept ? await tracedBefore(world, options) : await tracedInputs(world, inputs, options)
    const show = typeof claim === 'string' ? { ...asked, claims: [claimAsked(report, claim)] } : asked
    if (typeof html === 'string') {
      const { dossierPage } = await import('../app/dossier-page.ts')
      await world.write(html, await dossierPage(report, show))
      world.tell(oneLine(`wrote ${html}`))
    }
    if (json === true) {
      const { jsonParts } = await import('../export/json/json.ts')
      for (const part of jsonParts(report, show)) world.print(part)
    } else if (markdown === true)
      world.print((await import('../export/markdown/markdown.ts')).markdownReport(report, show))
    else if (typeof html !== 'string') {
      const { terminalReport } = await import('../export/terminal/terminal.ts')
      world.print(terminalReport(report, { ...show, brief: brief === true, width: world.width, colour: world.colour }))
    }
    return report.refusals.length > 0 || report.documents.length === 0 ? 1 : 0
  },
}

async function tracedInputs(world: World, inputs: readonly string[], options: Options): Promise<Report> {
  const threads = threadsOf(options)
  const { traceCollection } = await import('../app/tracing.ts')
  const { documents, refusals } = await collect(world, inputs, options)
  return traceCollection(documents, refusals, {
    threads,
    done: (ready, all) => world.progress(() => `${ready} of ${all} documents traced`),
  })
}

/** What is kept of a collection, brought up to date. */
const tracedBefore = (world: World, options: Options): Promise<Report> =>
  withCollection(world, options, async (store) => {
    const { reportOf } = await import('../app/collection/report.ts')
    if (options.takeOver === true) await join(store, pipeline, true)
    await bringUpToDate(world, store, options)
    return reportOf(store)
  })

const isClaim = /^c?[1-9]\d*$/

/** The id of a claim that is asked for by its id, or by its number in the terminal report. */
function claimAsked({ claims }: Report, asked: string): string {
  const found = claims.find(({ id }, i) => id === asked || `${i + 1}` === asked)
  if (!found) throw new WrongUsage(`there is no claim ${asked} in this report; it has ${claims.length}`)
  return found.id
}

function onlyOf(only: string | boolean | undefined): readonly Only[] {
  if (typeof only !== 'string') return []
  return only.split(/[,/]/).map((asked) => {
    const plain = asked
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
    const word = onlyWords.find((known) => known === plain)
    if (!word) throw new WrongUsage(`--only does not know "${asked}"; it knows ${onlyWords.join(', ')}`)
    return word
  })
}
