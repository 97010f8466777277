import type { Budget } from '../app/models/purse.ts'
import type { Answer } from '../app/workbench/answer.ts'
import type { Store } from '../ports/store.ts'
import type { Task } from '../suggesting/prompts.ts'
import { bringUpToDate, upToDateOptions } from './bring-up-to-date.ts'
import { withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'

export const suggest: Command = {
  name: 'suggest',
  arguments: '',
  summary:
    'Have a language model propose what Headwater may have missed, for a person to decide; nothing is counted of it.',
  options: [
    ...upToDateOptions,
    {
      flags: '--model <model>',
      says: 'openai:NAME, anthropic:NAME or ollama:NAME, with @https://host where it is elsewhere; $HEADWATER_MODEL when not given. Keys come from OPENAI_API_KEY and ANTHROPIC_API_KEY, for other hosts from HEADWATER_MODEL_KEY',
    },
    {
      flags: '--only <tasks>',
      says: 'statements, links or translations, parted by commas; the first two when not given',
    },
    { flags: '--to <language>', says: 'what translations are wanted in, as two letters; en when not given' },
    { flags: '--dry-run', says: 'only say what would be sent, and where' },
    { flags: '--most-requests <n>', says: 'questions that may be asked; 100 when not given' },
    { flags: '--most-tokens <n>', says: 'tokens that may be sent and received, together' },
    { flags: '--price <sent/received>', says: 'what a million tokens cost, for --most-cost: 0.15/0.60' },
    { flags: '--most-cost <amount>', says: 'what it may cost, in the same money' },
    { flags: '--per-minute <n>', says: 'questions in a minute; 30 when not given' },
    { flags: '--allow-private', says: 'ask a model in a private network; this machine may be asked anyway' },
    { flags: '--list', says: 'what was proposed and is not decided yet' },
    { flags: '--forget', says: 'forget what models answered; with --model only that one' },
    { flags: '--json', says: 'as JSON lines' },
  ],
  examples: [
    { line: 'headwater suggest --model ollama:qwen3:8b --dry-run', says: 'how many questions, and to whom' },
    {
      line: 'headwater suggest --model openai:gpt-5-mini --most-requests 20',
      says: 'then decide in the workbench, or headwater suggest --list',
    },
    {
      line: 'headwater suggest --model openai:qwen@http://127.0.0.1:8000',
      says: 'a server of your own that speaks the same (vLLM, llama.cpp, LM Studio)',
    },
  ],
  run: (world, _, options) =>
    withCollection<ExitCode>(world, options, async (store) => {
      if (options.forget === true) return forgotten(world, store, options)
      await bringUpToDate(world, store, options)
      const { openAnswers } = await import('../app/workbench/answers.ts')
      const answer = await openAnswers(store).now()
      return options.list === true ? listed(world, store, answer, options) : asked(world, store, answer, options)
    }),
}

async function asked(world: World, store: Store, answer: Answer, options: Options): Promise<ExitCode> {
  const spec = specOf(world, options)
  if (spec === undefined)
    throw new WrongUsage('no model is asked unless you name one: --model ollama:NAME, openai:NAME or anthropic:NAME')
  const [tasks, language] = [await tasksOf(options), languageOf(options)]
  const budget = budgetOf(options)
  const { allQuestions, suggestAll } = await import('../app/models/suggest.ts')
  const model = await modelOf(world, spec, options)
  const questions = await allQuestions(answer, tasks, language)
  const letters = questions.reduce((sum, { system, user }) => sum + system.length + user.length, 0)
  world.tell(
    oneLine(
      `${questions.length} questions with ${letters} letters, words of reports among them, for ${model.name} at ${model.host}`,
    ),
  )
  if (options.dryRun === true) {
    for (const { prompt, about, user } of questions)
      world.print(
        options.json === true
          ? JSON.stringify({ prompt, about, letters: user.length, to: model.host })
          : oneLine(`${prompt.version}  ${about}  ${user.length} letters`),
      )
    return 0
  }
  const counts = { answered: 0, kept: 0, failed: 0, proposals: 0, dropped: 0 }
  const asking = suggestAll({ store, answer, model, acting: world.acting, tasks, language, budget })
  for (;;) {
    const { value, done } = await asking.next()
    if (done) {
      await model.close()
      if (options.json !== true) world.print(summary(counts))
      if (value === undefined) return counts.failed > 0 ? 1 : 0
      world.tell(oneLine(`${value.says}; ${value.left} questions are left, and are asked when this is started again`))
      return 1
    }
    const { question, state, checked, failure } = value
    counts[state]++
    counts.proposals += checked?.proposals.length ?? 0
    counts.dropped += checked?.dropped ?? 0
    if (checked?.says) world.tell(oneLine(`nothing of the answer about ${question.about} can be used: ${checked.says}`))
    if (failure) world.tell(oneLine(`no answer about ${question.about}: ${failure.says}`))
    if (options.json === true)
      world.print(
        JSON.stringify({
          prompt: question.prompt.version,
          about: question.about,
          state,
          proposals: checked?.proposals ?? [],
          dropped: checked?.dropped ?? 0,
          says: checked?.says ?? failure?.says ?? null,
        }),
      )
    world.progress(() => `${counts.answered + counts.kept + counts.failed} of ${questions.length} questions`)
  }
}

const summary = ({
  answered,
  kept,
  failed,
  proposals,
  dropped,
}: Readonly<Record<'answered' | 'kept' | 'failed' | 'proposals' | 'dropped', number>>): string =>
  [
    `${answered} asked`,
    ...(kept > 0 ? [`${kept} answered before`] : []),
    ...(failed > 0 ? [`${failed} without an answer`] : []),
    `${proposals} proposals`,
    ...(dropped > 0 ? [`${dropped} thrown away, because they do not stand in the text`] : []),
  ].join(', ')

async function listed(world: World, store: Store, answer: Answer, { json }: Options): Promise<ExitCode> {
  const { undecided } = await import('../app/models/undecided.ts')
  const waiting = await undecided(store, answer)
  for (const suggestion of waiting) {
    const { kind, a, b, why, by } = suggestion
    world.print(
      json === true
        ? JSON.stringify(suggestion)
        : oneLine(`${kind}: “${a.words}” – “${b.words}”. ${why} Suggested by ${by?.model}, prompt ${by?.prompt}.`),
    )
  }
  return waiting.length > 0 ? 0 : 1
}

async function forgotten(world: World, store: Store, { model }: Options): Promise<ExitCode> {
  const name = typeof model === 'string' ? model.replace(/@.*$/, '') : undefined
  const count = await store.write((writing) => writing.forgetModelAnswers(name))
  world.print(`${count} ${count === 1 ? 'answer' : 'answers'} forgotten; what was decided stays`)
  return count > 0 ? 0 : 1
}

const specOf = (world: World, { model }: Options): string | undefined =>
  typeof model === 'string' ? model : world.secret('HEADWATER_MODEL') || undefined

async function modelOf(world: World, spec: string, options: Options) {
  const { openModel } = await import('../adapters/models/open-model.ts')
  const perMinute = wholeOf(options, 'perMinute', '--per-minute')
  try {
    return openModel(spec, { secret: world.secret, allowPrivate: options.allowPrivate === true, perMinute })
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'WRONG_MODEL') throw new WrongUsage((error as Error).message)
    throw error
  }
}

async function tasksOf({ only }: Options): Promise<readonly Task[]> {
  const { tasks } = await import('../suggesting/prompts.ts')
  if (typeof only !== 'string') return ['statements', 'links']
  return only.split(/[,/]/).map((word) => {
    const task = tasks.find((one) => one === word.trim().toLowerCase())
    if (!task) throw new WrongUsage(`--only does not know "${word}"; it knows ${tasks.join(', ')}`)
    return task
  })
}

function languageOf({ to = 'en' }: Options): string {
  if (typeof to !== 'string' || !/^[a-z]{2}$/.test(to))
    throw new WrongUsage(`--to wants a language as two letters, en, not "${String(to)}"`)
  return to
}

function budgetOf(options: Options): Budget {
  const { price, mostCost } = options
  if ((price === undefined) !== (mostCost === undefined)) throw new WrongUsage('--price and --most-cost go together')
  const requests = wholeOf(options, 'mostRequests', '--most-requests') ?? 100
  const tokens = wholeOf(options, 'mostTokens', '--most-tokens')
  if (price === undefined) return { requests, tokens }
  const [sent, received] = String(price).split('/').map(Number)
  const most = Number(mostCost)
  if (!isAmount(sent) || !isAmount(received))
    throw new WrongUsage(`--price wants two amounts, 0.15/0.60, not "${String(price)}"`)
  if (!isAmount(most)) throw new WrongUsage(`--most-cost wants an amount, 2.50, not "${String(mostCost)}"`)
  return { requests, tokens, cost: { most, sent, received } }
}

const isAmount = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value >= 0

function wholeOf(options: Options, name: string, flag: string): number | undefined {
  const value = options[name]
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new WrongUsage(`${flag} wants a whole number from 1 on, not "${String(value)}"`)
  return number
}
