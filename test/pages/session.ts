import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Installed } from '../fixtures/installed.ts'

/**
 * A terminal in the folder of somebody who has just installed Headwater, into which what a page shows is typed as it stands there:
 * `$ ` before what is typed, a line that ends in `\` goes on in the next, and under it what is printed.
 */
export interface Session {
  /** Types what a block shows, and throws where something else is printed than the block shows. */
  play(block: string): Promise<void>
  /** Types one line; gives what it printed and how it ended. */
  type(line: string): Promise<{ readonly printed: string; readonly code: number }>
  /** What a word of the page, `41263` or `pV3f…`, is in this session; throws where it did not come yet. */
  word(ofPage: string): string
  close(): Promise<void>
}

/**
 * Words of a page that are others each time: what they are here, or a pattern that what is printed in their place has to fit; the first time
 * tells what it is from then on. Everything else is printed to the letter, but that `…` stands for the rest of a line or of what is printed.
 */
export type Words = Readonly<Record<string, string | RegExp>>

/** @param env beside what installing gives */
export function openSession(
  { folder, env }: Installed,
  words: Words = {},
  more: Readonly<Record<string, string>> = {},
): Session {
  const bound = new Map(Object.entries(words).flatMap(([word, is]) => (typeof is === 'string' ? [[word, is]] : [])))
  const free = new Map(Object.entries(words).flatMap(([word, is]) => (typeof is === 'string' ? [] : [[word, is]])))
  // In a process group of its own, so that what it leaves running can be ended with it.
  const shell = spawn('bash', ['--norc', '--noprofile'], { cwd: folder, env: { ...env, ...more }, detached: true })
  let printed = ''
  let ended = false
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
  const gone = new Promise<void>((done) =>
    shell.on('close', () => {
      ended = true
      done()
    }),
  )

  const here = (line: string): string => [...bound].reduce((text, [word, is]) => text.replaceAll(word, is), line)

  async function until(found: () => RegExpExecArray | null, what: () => string): Promise<RegExpExecArray> {
    for (let tries = 0; tries < 1_200 && !ended; tries++) {
      const match = found()
      if (match) return match
      await new Promise((rested) => setTimeout(rested, 50))
    }
    throw new Error(what())
  }

  async function type(line: string): Promise<{ readonly printed: string; readonly code: number }> {
    const end = /(?:^|\n)-- done (\d+) --\n/
    printed = ''
    shell.stdin.write(`{ ${line}\n} </dev/null; code=$?; printf '\\n-- done %s --\\n' $code\n`)
    const match = await until(
      () => end.exec(printed),
      () => `“${line}” did not end; so far:\n${printed}`,
    )
    return { printed: printed.slice(0, match.index).replace(/\n$/, ''), code: Number(match[1]) }
  }

  /** What a page shows of what is printed, as a pattern; what it binds stands in named groups `w0`, `w1` … */
  function patternOf(shown: string): { readonly pattern: RegExp; readonly names: readonly string[] } {
    const names: string[] = []
    const known = [...bound.keys(), ...free.keys()].sort((a, b) => b.length - a.length)
    const special = known.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    const parts = shown.split(new RegExp(`(${[...special, '^ *…$', '…'].join('|')})`, 'm'))
    const source = parts.map((part) => {
      const is = bound.get(part)
      if (is !== undefined) return escaped(is)
      const fits = free.get(part)
      if (fits !== undefined) {
        if (names.includes(part)) return `\\k<w${names.indexOf(part)}>`
        names.push(part)
        return `(?<w${names.length - 1}>${fits.source})`
      }
      if (/^ +…$/.test(part)) return '[\\s\\S]*'
      return part === '…' ? '[^\\n]*' : escaped(part)
    })
    return { pattern: new RegExp(`^${source.join('')}$`), names }
  }

  function bind(match: RegExpExecArray, names: readonly string[]): void {
    for (const [i, name] of names.entries()) {
      bound.set(name, match.groups?.[`w${i}`] ?? '')
      free.delete(name)
    }
  }

  return {
    type: (line) => type(here(line)),
    async play(block) {
      for (const { line, shown } of typedIn(block)) {
        const { pattern, names } = patternOf(shown)
        const differs = (): string => `“$ ${line}” printed\n${printed}\nwhere the page has\n${shown}`
        if (staysOpen(line)) {
          printed = ''
          shell.stdin.write(`${here(line).replace(/\s*&$/, '')} </dev/null &\n`)
          bind(await until(() => pattern.exec(tidy(printed)), differs), names)
        } else {
          const said = await type(here(line))
          const match = pattern.exec(tidy(said.printed))
          printed = said.printed
          if (!match) throw new Error(differs())
          bind(match, names)
        }
        if (process.env.SHOW_SESSIONS) appendFileSync(process.env.SHOW_SESSIONS, `$ ${here(line)}\n${printed}\n`)
      }
    },
    word(ofPage) {
      const is = bound.get(ofPage)
      if (is === undefined) throw new Error(`${ofPage} did not come yet`)
      return is
    },
    async close() {
      if (ended) return
      process.kill(-(shell.pid as number), 'SIGTERM')
      await gone
    },
  }
}

interface Typed {
  readonly line: string
  readonly shown: string
}

/** What is typed in a block, and what is shown under each. */
function typedIn(block: string): readonly Typed[] {
  const parts = block.split(/^\$ /m).slice(1)
  if (parts.length === 0) throw new Error(`nothing is typed in\n${block}`)
  return parts.map((part) => {
    const [line = ''] = /^(?:.*\\\n)*.*/.exec(part) ?? []
    return { line: line.replace(/\\\n\s*/g, ''), shown: tidy(part.slice(line.length)) }
  })
}

/** A server prints its address and stays; the page leaves it open in another window. */
const staysOpen = (line: string): boolean => /^(?:\w+=\S+ )*(?:npx )?headwater (?:serve|mcp)\b/.test(line)

/** The blanks at the ends of lines, and before and after all, and what moves the cursor, are nothing that a page shows. */
const tidy = (text: string): string =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
