/** What a robots.txt asks of us. */
export interface RobotsRules {
  /** May this path, with its query, be fetched? */
  allows(path: string): boolean
  /** `Crawl-delay`, in milliseconds; undefined when none is asked for. */
  readonly delay: number | undefined
}

/**
 * Reads a robots.txt as RFC 9309 says: the groups that name us, else those for `*`; of the rules that match, the longest decides, and
 * `Allow` where two are equally long. Other people's groups are passed over unkept, and a pattern is matched piece by piece from the
 * left, so a file made to be slow is not.
 */
export function robotsRules(text: string, agent: string): RobotsRules {
  const own = groupFor(text, agent.toLowerCase())
  const { rules, delay } = own.named ? own : groupFor(text, '*')
  return {
    delay,
    allows: (path) => {
      const asked = comparable(path)
      if (asked === '/robots.txt') return true
      let longest: Rule | undefined
      for (const rule of rules) if (isStronger(rule, longest) && matches(rule.pattern, asked)) longest = rule
      return longest?.allow ?? true
    },
  }
}

interface Rule {
  readonly pattern: string
  readonly allow: boolean
}

interface Group {
  /** Is there a group for this agent at all, even an empty one? */
  readonly named: boolean
  readonly rules: readonly Rule[]
  readonly delay: number | undefined
}

/** All groups that name this agent, read as one. */
function groupFor(text: string, agent: string): Group {
  const rules: Rule[] = []
  let named = false
  let delay: number | undefined
  let ours = false
  let naming = false
  for (const [key, value] of fieldsOf(text)) {
    if (key === 'user-agent') {
      ours = (naming && ours) || agentIn(value) === agent
      naming = true
      named ||= ours
      continue
    }
    if (key !== 'sitemap') naming = false
    if (!ours) continue
    if ((key === 'allow' || key === 'disallow') && value !== '')
      rules.push({ pattern: comparable(value), allow: key === 'allow' })
    else if (key === 'crawl-delay' && /^\d+(?:\.\d+)?$/.test(value)) delay = Math.max(delay ?? 0, Number(value) * 1000)
  }
  return { named, rules, delay }
}

/** The lines that say something, as field and value; comments and what is no field are passed over. */
function* fieldsOf(text: string): Generator<readonly [key: string, value: string]> {
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const [said = ''] = line.split('#', 1)
    const colon = said.indexOf(':')
    if (colon > 0) yield [said.slice(0, colon).trim().toLowerCase(), said.slice(colon + 1).trim()]
  }
}

/** `Headwater/1.0` names `headwater`. */
const agentIn = (value: string): string => (/^[a-z_-]+|^\*/i.exec(value)?.[0] ?? '').toLowerCase()

const isStronger = (rule: Rule, than: Rule | undefined): boolean =>
  than === undefined ||
  rule.pattern.length > than.pattern.length ||
  (rule.pattern.length === than.pattern.length && rule.allow && !than.allow)

/** `*` stands for anything, `$` at the end for the end. Every piece is looked for once, from where the one before it ended. */
function matches(pattern: string, path: string): boolean {
  const toTheEnd = pattern.endsWith('$')
  const pieces = (toTheEnd ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = pieces
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = toTheEnd ? rest.pop() : undefined
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!toTheEnd) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}

/** Percent-escapes in one spelling: letters that need none without, all others escaped, in capitals. */
function comparable(path: string): string {
  try {
    return encodeURI(path)
      .replace(/%25(?=[0-9a-f]{2})/gi, '%')
      .replace(/%[0-9a-f]{2}/gi, (written) => {
        const letter = String.fromCharCode(Number.parseInt(written.slice(1), 16))
        return /[A-Za-z0-9._~-]/.test(letter) ? letter : written.toUpperCase()
      })
  } catch {
    return path
  }
}
