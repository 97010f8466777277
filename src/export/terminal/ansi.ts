/** How a run of words looks; every look is also told apart without colour, by its place or its words. */
export type Look = 'blank' | 'plain' | 'strong' | 'faint' | 'good' | 'warn' | 'gone' | 'new' | 'link'

/** Words with one look. */
export interface Run {
  readonly text: string
  readonly look: Look
}

export const run = (text: string, look: Look = 'plain'): Run => ({ text, look })

/** A line of runs as text, with colours (ECMA-48 SGR codes) only when asked. */
export function paint(line: readonly Run[], colour: boolean): string {
  if (!colour) return line.map(({ text }) => text).join('')
  return line.map(({ text, look }) => (!CODES[look] || !text ? text : `${CODES[look]}${text}\u001B[0m`)).join('')
}

/** Only the eight basic colours, which every terminal theme makes readable on its own background. */
const CODES: Readonly<Record<Look, string>> = {
  blank: '',
  plain: '',
  strong: '\u001B[1m',
  faint: '\u001B[2m',
  good: '\u001B[36m',
  warn: '\u001B[33m',
  gone: '\u001B[31m',
  new: '\u001B[1;32m',
  link: '\u001B[4m',
}
