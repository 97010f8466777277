import { type Command, WrongUsage } from './command.ts'

export const completion: Command = {
  name: 'completion',
  arguments: '[words...]',
  firstWords: ['bash', 'zsh', 'fish'],
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
  readonly firstWords: readonly string[]
  readonly options: readonly CompletedOption[]
}

interface CompletedOption {
  /** With its dashes. */
  readonly long: string
  readonly says: string
  readonly takesValue: boolean
  /** Empty where it takes a file, or anything. */
  readonly values: readonly string[]
}

const everywhere: readonly CompletedOption[] = [
  { long: '--quiet', says: 'no progress and no refusals on standard error', takesValue: false, values: [] },
  { long: '--help', says: 'show this help', takesValue: false, values: [] },
]

const completed = ({ name, summary, options, firstWords = [] }: Command): Completed => ({
  name,
  says: summary,
  firstWords,
  options: [
    ...options.map(({ flags, says, values = [] }) => ({
      long: /--[\w-]+/.exec(flags)?.[0] ?? flags,
      says,
      takesValue: /[<[]/.test(flags),
      values,
    })),
    ...everywhere,
  ],
})

const scripts = { bash, zsh, fish } as const

/** Options where a dash is begun, commands as the first word, what is known of the values of options, files everywhere else. For bash 3.2, too, which macOS has: it knows no `mapfile`. */
function bash(commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words='${options.map(({ long }) => long).join(' ')}' ;;`,
  )
  const values = commands.flatMap(({ name, firstWords, options }) => [
    ...options
      .filter(({ values }) => values.length > 0)
      .map(({ long, values }) => `    '${name} ${long}') values='${values.join(' ')}' ;;`),
    ...(firstWords.length > 0 ? [`    '${name} ${name}') values='${firstWords.join(' ')}' ;;`] : []),
  ])
  return `# headwater: completion for bash
_headwater() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' word words values=''
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
  case "$command \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
  esac
  COMPREPLY=()
  if [[ -n "$values" && "$current" != -* ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
  elif [[ -z "$command" || "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o bashdefault -o default -F _headwater headwater
`
}

function zsh(commands: readonly Completed[]): string {
  const described = commands.map(({ name, says }) => `    ${quoted(`${name}:${says.replaceAll(':', '\\:')}`)}`)
  const cases = commands.map(({ name, options, firstWords }) => {
    const first = firstWords.length > 0 ? [`        '1:word:(${firstWords.join(' ')})'`] : []
    const specs = options.map(
      ({ long, says, takesValue, values }) =>
        `        ${quoted(`${long}[${says.replace(/[[\]\\:]/g, '\\$&')}]${takesValue ? `:value:${values.length > 0 ? `(${values.join(' ')})` : '_files'}` : ''}`)}`,
    )
    return `      (${name})\n        _arguments \\\n${[...specs, ...first, "        '*:file:_files'"].join(' \\\n')}\n        ;;`
  })
  return `#compdef headwater
# headwater: completion for zsh
_headwater() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  local state line
  _arguments -C '--quiet[${everywhere[0]?.says}]' '--help[show this help]' '--version[print the version]' '1:command:->command' '*::argument:->argument'
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
  const first = commands
    .filter(({ firstWords }) => firstWords.length > 0)
    .map(
      ({ name, firstWords }) =>
        `complete -c headwater -n '__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${firstWords.join(' ')}' -f -a '${firstWords.join(' ')}'`,
    )
  const options = commands.flatMap(({ name, options }) =>
    options.map(
      ({ long, says, takesValue, values }) =>
        `complete -c headwater -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${takesValue ? ' -r' : ''}${values.length > 0 ? ` -f -a '${values.join(' ')}'` : ''} -d ${quotedForFish(says)}`,
    ),
  )
  return `# headwater: completion for fish\n${[...names, ...first, ...options].join('\n')}\n`
}

/** In single quotes a shell takes nothing for an order, but their own end. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** Fish knows two escapes in them. */
const quotedForFish = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`
