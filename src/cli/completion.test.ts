import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ranWith } from '../../test/fixtures/world.ts'
import { commands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-completion-'))
const shells = ['bash', 'zsh', 'fish'] as const
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0
const missing = shells.filter((shell) => !has(shell))
if (missing.length > 0 && process.env.HEADWATER_NOTHING_SKIPPED === '1')
  throw new Error(`nothing may be skipped, and there is no ${missing.join(', ')}; apt-get install ${missing.join(' ')}`)
for (const shell of missing) console.log(`skipped: no ${shell} here to complete words in`)

const scriptFor = (shell: string): string => join(folder, `headwater.${shell}`)

beforeAll(async () => {
  for (const shell of shells) {
    const { printed, code } = await ranWith(['completion', shell])
    expect(code).toBe(0)
    writeFileSync(scriptFor(shell), `${printed}\n`)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function said(shell: string, ...words: readonly string[]): readonly string[] {
  const { stdout, stderr, status } = spawnSync(shell, [...words], {
    encoding: 'utf8',
    env: { ...process.env, HOME: folder },
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout.split('\n').filter((line) => line !== '')
}

const inBash = (line: string): readonly string[] =>
  said(
    'bash',
    '--norc',
    '-c',
    `source ${scriptFor('bash')}; COMP_WORDS=(${line}); [[ '${line}' == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 )); _headwater; printf '%s\\n' "\${COMPREPLY[@]}"`,
  )

const inFish = (line: string): readonly string[] =>
  said('fish', '--no-config', '-c', `source ${scriptFor('fish')}; complete -C '${line}'`).map(
    (found) => found.split('\t')[0] ?? '',
  )

describe.each([
  ['bash', inBash],
  ['fish', inFish],
] as const)('completion in %s', (shell, complete) => {
  it.skipIf(!has(shell))('knows every command', () => {
    expect(complete('headwater ')).toEqual(expect.arrayContaining(commands.map(({ name }) => name)))
    expect(complete('headwater tim')).toEqual(['timestamp'])
  })

  it.skipIf(!has(shell))('knows what some options and commands take', () => {
    expect(complete('headwater export --format st')).toEqual(['stix'])
    expect(complete('headwater search --certainty h')).toEqual(['hedged'])
    expect(complete('headwater completion f')).toEqual(['fish'])
    expect(complete('headwater team wit')).toEqual(['withdraw'])
  })

  it.skipIf(!has(shell))('knows the options of each', () => {
    expect(complete('headwater serve --no')).toEqual(['--no-open'])
    expect(complete('headwater trace --ht')).toEqual(['--html'])
  })
})

describe('completion in zsh', () => {
  it.skipIf(!has('zsh'))('is a function that the shell understands, made for its completion system', () => {
    expect(said('zsh', '-f', '-n', scriptFor('zsh'))).toEqual([])
    const asked = `autoload -U compinit; compinit -D -u; source ${scriptFor('zsh')}; print -- $_comps[headwater]`
    expect(said('zsh', '-f', '-c', asked)).toEqual(['_headwater'])
  })

  it.skipIf(!has('zsh'))('completes words in a terminal', () => {
    const line = `ask() { zpty -w -n z "$1"$'\\t'; until zpty -r -m z out "*$2*"; do :; done; print -r -- "$2"; zpty -w -n z $'\\x15' }`
    const opened = `zmodload zsh/zpty; zpty z 'zsh -f -i'; zpty -w z 'PS1=; autoload -U compinit; compinit -D -u; source ${scriptFor('zsh')}; print rea""dy'; zpty -r -m z out '*ready*'`
    const words = [
      ['headwater tim', 'timestamp'],
      ['headwater --quiet ver', 'verify'],
      ['headwater export --format sti', 'stix'],
      ['headwater team wit', 'withdraw'],
      ['headwater serve --no-o', '--no-open'],
    ] as const
    const asks = words.map(([typed, whole]) => `ask '${typed}' '${whole}'`).join('; ')
    expect(
      said('timeout', '30', 'zsh', '-f', '-c', `${line}; ${opened}; ${asks}; zpty -d z`).slice(-words.length),
    ).toEqual(words.map(([, whole]) => whole))
  })
})

describe('headwater completion', () => {
  it.each([[[]], [['tcsh']], [['bash', 'zsh']], [['toString']]])(
    'wants the name of one shell, not %j',
    async (words) => {
      const { code, told } = await ranWith(['completion', ...words])
      expect(code).toBe(2)
      expect(told).toContain('bash, zsh, fish')
    },
  )
})
