import { Command as Commander, CommanderError } from 'commander'
import { version } from '../model/version.ts'
import { type Command, type ExitCode, type Options, oneLine, type Repeated, type World, WrongUsage } from './command.ts'
import { commands } from './commands.ts'

/** Runs one command line against the world it is given. Never exits the process: the caller does. */
export async function run(words: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = programOf(world, (exit) => {
    code = exit
  })
  try {
    const understood = commands.find(({ name }) => name === words[0])?.understood ?? ((same) => same)
    await program.parseAsync([...understood(words)], { from: 'user' })
    return code
  } catch (error) {
    return failed(error, world)
  }
}

/** The program as Commander sees it; `docs/commands.md` is made from its help. */
export function programOf(world: World, ended: (code: ExitCode) => void, known = commands): Commander {
  const program = new Commander('headwater')
    .description(
      'Git blame for the news: who first said it, how many independent origins it has, how it changed on the way.',
    )
    .option('--quiet', 'no progress and no refusals on standard error')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .showHelpAfterError('see headwater --help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.print(text.trimEnd()),
      writeErr: (text) => world.tell(text.trimEnd()),
    })
  for (const command of known) add(program, command, world, ended)
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, 1 done but something was refused or not found, 2 wrong usage, 3 the world failed (disk, network).',
  )
  return program
}

function add(program: Commander, command: Command, world: World, ended: (code: ExitCode) => void): void {
  const added = program
    .command(command.arguments === '' ? command.name : `${command.name} ${command.arguments}`)
    .description(command.summary)
    .helpOption('--help', 'show this help')
    .showHelpAfterError(`see headwater ${command.name} --help`)
    .option('--quiet', 'no progress and no refusals on standard error')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.print(text.trimEnd()),
      writeErr: (text) => world.tell(text.trimEnd()),
    })
  for (const { flags, says, isRepeatable } of command.options)
    if (isRepeatable) added.option(flags, says, (one: string, before: readonly string[] = []) => [...before, one])
    else added.option(flags, says)
  if (command.table) added.addHelpText('after', tableOf(added, command.table))
  const examples = command.examples.map(({ line, says }) => `  $ ${line}\n      ${says}`)
  added.addHelpText('after', `\nExamples:\n${examples.join('\n')}`)
  added.action(async (...words: readonly unknown[]) => {
    const inputs = Array.isArray(words[0]) ? (words[0] as readonly string[]) : []
    const given = Object.entries(added.optsWithGlobals<Record<string, string | boolean | readonly string[]>>())
    const options = Object.fromEntries(given.filter(([, value]) => !Array.isArray(value))) as Options
    const repeated = Object.fromEntries(given.filter(([, value]) => Array.isArray(value))) as Repeated
    ended(
      await command.run(
        options.quiet === true ? { ...world, tell: () => undefined, progress: () => undefined } : world,
        inputs,
        options,
        repeated,
      ),
    )
  })
}

/** A table in the manner in which options are shown. */
function tableOf(command: Commander, { title, rows }: NonNullable<Command['table']>): string {
  const help = command.createHelp()
  help.prepareContext({ helpWidth: 80 })
  const widest = Math.max(...rows.map(({ name }) => name.length))
  return `\n${title}:\n${rows.map(({ name, says }) => help.formatItem(name, widest, says, help)).join('\n')}`
}

function failed(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof WrongUsage) {
    world.tell(oneLine(`error: ${error.message}`))
    return 2
  }
  const { message, code, stack, cause } = error as {
    readonly message?: string
    readonly code?: string
    readonly stack?: string
    readonly cause?: unknown
  }
  // A failing system call has a code (ENOSPC, EACCES); anything else is a defect and is shown whole, for a report of it.
  world.tell(
    typeof code === 'string'
      ? oneLine(`error: ${message ?? code}${becauseOf(cause)}`)
      : `error: this should not happen; please report it\n${stack ?? String(error)}`,
  )
  return 3
}

/** What another program said that was asked: without it nobody knows whether a name, a password or a certificate is wrong. */
function becauseOf(cause: unknown): string {
  const { message, code } = (cause ?? {}) as { readonly message?: string; readonly code?: string }
  // Several addresses that were tried have a code and no message.
  const says = message || code
  return says === undefined ? '' : ` (${says.split('\n')[0]})`
}
