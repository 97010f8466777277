// Learns how the endings of words change from a word to its lemma, as a table of longest endings for each tag.
import { longestEnding, tableOf } from '../src/parsing/lemmatiser.ts'

interface Seen {
  readonly form: string
  readonly lemma: string
  readonly tag: string
}

/** The packed form that `readEndings` reads. An ending is kept where it decides otherwise than the longest shorter one. */
export function learnEndings(words: readonly Seen[]): string {
  const byTag = new Map<string, Map<string, Map<string, number>>>()
  const seen = new Set<string>()
  for (const { form, lemma, tag } of words) {
    const lower = form.toLowerCase().replace(/[‘’‛`´]/g, "'")
    const target = lemma.toLowerCase()
    // Typing errors, "Nov" for "November": nothing that another word could follow.
    if (/[\s_]/.test(lower + target) || target === '' || target.length - lower.length > 3) continue
    let shared = 0
    while (shared < lower.length && lower[shared] === target[shared]) shared++
    const change = `${lower.length - shared} ${target.slice(shared) || '_'}`
    const name = tableOf(tag)
    const endings = byTag.get(name) ?? new Map<string, Map<string, number>>()
    byTag.set(name, endings)
    const marked = `^${lower}`
    const again = seen.has(`${name} ${lower} ${target}`)
    seen.add(`${name} ${lower} ${target}`)
    for (let size = again ? marked.length : 0; size <= Math.min(marked.length, longestEnding); size++) {
      const ending = size === 0 ? '' : marked.slice(-size)
      const counts = endings.get(ending) ?? new Map<string, number>()
      endings.set(ending, counts)
      counts.set(change, (counts.get(change) ?? 0) + 1)
    }
  }
  return [...byTag].map(([tag, endings]) => `${tag.replace(' ', '/')} ${kept(endings).join(' ')}`).join('\n')
}

/** Words count once for an ending, as often as they come for themselves; an ending of a single word tells nothing of others. */
function kept(endings: ReadonlyMap<string, ReadonlyMap<string, number>>): readonly string[] {
  const decided = new Map<string, string>()
  const lines: string[] = []
  for (const [ending, counts] of [...endings].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [change, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['0 _', 0]
    let size = ending.length - 1
    while (size > 0 && !decided.has(ending.slice(-size))) size--
    const before = decided.get(size <= 0 ? '' : ending.slice(-size))
    if (change === before || (!ending.startsWith('^') && count < 2)) continue
    decided.set(ending, change)
    lines.push(`${ending || '_'} ${change}`)
  }
  return lines
}
