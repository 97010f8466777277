import { type Command, WrongUsage } from './command.ts'

export const completion: Command = {
  name: 'completion',
  arguments: '[words...]',
  summary: 'Print what makes a shell complete the words of headwater: bash, zsh or fish.',
  options: [],
  examples: [
    { line: 'headwater completion bash > ~/.local/share/bash-completion/completions/headwater', says: 'for bash' },
    { line: 'headwater completion zsh > ~/.zfunc/_headwater', says: 'for zsh, with ~/.zfunc in its fpath' },
    { line: 'headwater completion fish > ~/.config/fish/completions/headwater.fish', says: 'for fish' },
  ],
  async run(world, [shell = '', ...more]) {
    const script = Object.hasOwn(scripts, shell) ? scripts[shell as keyof typeof scripts] : undefined
    if (!script || more.length > 0) throw new WrongUsage('completion wants one of bash, zsh, fish')
    const { commands } = await import('./commands.ts')
    world.print(script(commands.map(completed)).trimEnd())
    return 0
  },
}

/** What a shell is to know of one command. */
interface Completed {
  readonly name: string
  readonly says: string
  readonly options: readonly CompletedOption[]
}

interface CompletedOption {
  /** With its dashes. */
  readonly long: string
  readonly says: string
  readonly takesValue: boolean
}

const everywhere: readonly CompletedOption[] = [
  { long: '--quiet', says: 'no progress and no refusals on standard error', takesValue: false },
  { long: '--help', says: 'show this help', takesValue: false },
]

const completed = ({ name, summary, options }: Command): Completed => ({
  name,
  says: summary,
  options: [
    ...options.map(({ flags, says }) => ({
      long: /--[\w-]+/.exec(flags)?.[0] ?? flags,
      says,
      takesValue: /[<[]/.test(flags),
    })),
    ...everywhere,
  ],
})

const scripts = { bash, zsh, fish } as const

/** Options where a dash is begun, commands as the first word, files everywhere else. For bash 3.2, too, which macOS has: it knows no `mapfile`. */
function bash(commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words='${options.map(({ long }) => long).join(' ')}' ;;`,
  )
  return `# headwater: completion for bash
_headwater() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' word words
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      -*) ;;
      *) command="$word"; break ;;
    esac
  done
  case "$command" in
    '') words='${names} --quiet --help --version' ;;
${cases.join('\n')}
    *) words='' ;;
  esac
  COMPREPLY=()
  if [[ -z "$command" || "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o bashdefault -o default -F _headwater headwater
`
}

function zsh(commands: readonly Completed[]): string {
  const described = commands.map(({ name, says }) => `    ${quoted(`${name}:${says.replaceAll(':', '\\:')}`)}`)
  const cases = commands.map(({ name, options }) => {
    const specs = options.map(
      ({ long, says, takesValue }) =>
        `        ${quoted(`${long}[${says.replace(/[[\]\\:]/g, '\\$&')}]${takesValue ? ':value:_files' : ''}`)}`,
    )
    return `      (${name})\n        _arguments \\\n${[...specs, "        '*:file:_files'"].join(' \\\n')}\n        ;;`
  })
  return `#compdef headwater
# headwater: completion for zsh
_headwater() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  local state line
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    (command) _describe 'command' commands ;;
    (argument)
      case $line[1] in
${cases.join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _headwater ]]; then _headwater "$@"; else compdef _headwater headwater; fi
`
}

function fish(commands: readonly Completed[]): string {
  const names = commands.map(
    ({ name, says }) => `complete -c headwater -n __fish_use_subcommand -f -a ${name} -d ${quotedForFish(says)}`,
  )
  const options = commands.flatMap(({ name, options }) =>
    options.map(
      ({ long, says, takesValue }) =>
        `complete -c headwater -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${takesValue ? ' -r' : ''} -d ${quotedForFish(says)}`,
    ),
  )
  return `# headwater: completion for fish\n${[...names, ...options].join('\n')}\n`
}

/** In single quotes a shell takes nothing for an order, but their own end. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** Fish knows two escapes in them. */
const quotedForFish = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`
