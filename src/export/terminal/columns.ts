import { eastAsianWidth } from 'get-east-asian-width'
import type { Look, Run } from './ansi.ts'

/** How many columns a text takes: two for East Asian wide characters and emoji, none for marks that sit on the letter before. */
export function columns(text: string): number {
  let width = 0
  for (const character of text) width += MARK.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)
  return width
}

/** Breaks runs into lines of at most `width` columns at white space; a word longer than a line is cut. The first line starts with `indent` spaces, later ones with `hang`. */
export function wrap(runs: readonly Run[], width: number, indent = 0, hang = indent): readonly (readonly Run[])[] {
  const lines: Run[][] = [margin(indent)]
  let used = indent
  const room = Math.max(width, hang + 8)
  for (const { text, look } of runs)
    for (const word of text.match(/\s+|\S+/gu) ?? []) {
      const gap = /^\s/.test(word)
      let rest = gap ? ' ' : word
      if (gap && startsLine()) continue
      if (!gap && !startsLine() && used + columns(rest) > room) newLine()
      while (!gap && used + columns(rest) > room) {
        const [head, tail] = cut(rest, room - used)
        push(head, look)
        newLine()
        rest = tail
      }
      push(rest, look)
    }
  return lines.map(trimEnd).filter((line, index) => index === 0 || line.some(({ text }) => text.trim()))

  function newLine(): void {
    lines.push(margin(hang))
    used = hang
  }
  function startsLine(): boolean {
    return (lines.at(-1)?.length ?? 0) <= (lines.length === 1 ? margin(indent) : margin(hang)).length
  }
  function push(text: string, look: Look): void {
    const line = lines.at(-1) ?? []
    const last = line.at(-1)
    if (last && last.look === look) line[line.length - 1] = { text: last.text + text, look }
    else line.push({ text, look })
    used += columns(text)
  }
}

/** A line made up to `width` columns with spaces at its end. */
export function pad(line: readonly Run[], width: number): readonly Run[] {
  const missing = width - columns(line.map(({ text }) => text).join(''))
  return missing > 0 ? [...line, { text: ' '.repeat(missing), look: 'plain' }] : line
}

function margin(spaces: number): Run[] {
  return spaces > 0 ? [{ text: ' '.repeat(spaces), look: 'blank' }] : []
}

const MARK = /^[\p{M}\p{Cf}]$/u

function cut(word: string, room: number): readonly [string, string] {
  let used = 0
  let end = 0
  for (const character of word) {
    const wide = columns(character)
    if (end > 0 && used + wide > room) break
    used += wide
    end += character.length
  }
  return [word.slice(0, end), word.slice(end)]
}

function trimEnd(line: readonly Run[]): readonly Run[] {
  const last = line.at(-1)
  if (!last) return line
  const text = last.text.trimEnd()
  if (text === last.text || (line.length === 1 && !text)) return line
  return text ? [...line.slice(0, -1), { ...last, text }] : trimEnd(line.slice(0, -1))
}
