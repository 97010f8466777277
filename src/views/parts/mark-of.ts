import { oneLine } from '../../export/view/plain.ts'

/** How a voice is marked: two letters of its name, and one of eight colours that are told apart with any kind of colour vision. */
export interface Mark {
  readonly letters: string
  /** 1..8; 0 for none */
  readonly hue: number
}

/** The same name has the same mark in every collection and on every screen. Two voices may share a colour; the letters part them. */
export function markOf(name: string): Mark {
  const own = oneLine(name).replace(/^the /i, '')
  const chains = own.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = chains.filter((chain) => !small.has(chain.toLowerCase()))
  const [first = '?', ...others] = telling.length > 0 ? telling : chains
  const last = others.at(-1)
  const letters = last ? initial(first) + initial(last) : [...first].slice(0, 2).join('')
  let hash = 0x811c9dc5
  for (let i = 0; i < own.length; i++) hash = Math.imul(hash ^ own.toLowerCase().charCodeAt(i), 0x01000193) >>> 0
  return {
    letters: letters.slice(0, 1).toUpperCase() + letters.slice(1),
    hue: (((hash ^ (hash >>> 13)) >>> 0) % 8) + 1,
  }
}

const initial = (chain: string): string => ([...chain][0] ?? '').toUpperCase()

const small = new Set([
  'of',
  'for',
  'and',
  'the',
  'de',
  'da',
  'do',
  'la',
  'le',
  'der',
  'die',
  'das',
  'und',
  'van',
  'von',
  'a',
  'an',
])
