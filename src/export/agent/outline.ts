/**
 * An answer as an outline that people and language models read alike: a name and what it is on a line, lists with a dash. It says what
 * the value says and nothing else; what is null or empty,
 * or no more, is left out.
 */
export function outline(value: object): string {
  return linesOf(value, '').join('\n')
}

function linesOf(value: unknown, indent: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => itemOf(one, indent))
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([name, held]) => {
    if (isNothing(held) || (held === 0 && name.startsWith('more_'))) return []
    const label = `${indent}${name.replaceAll('_', ' ')}:`
    if (isPlain(held)) return [`${label} ${plain(held, indent)}`]
    if (Array.isArray(held) && held.every(isPlain) && held.join(', ').length < 120)
      return [`${label} ${held.join(', ')}`]
    return [label, ...linesOf(held, `${indent}  `)]
  })
}

function itemOf(one: unknown, indent: string): readonly string[] {
  if (isPlain(one)) return [`${indent}- ${plain(one, indent)}`]
  const [first = '', ...rest] = linesOf(one, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

const isPlain = (value: unknown): value is string | number | boolean => value !== null && typeof value !== 'object'

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isNothing))

/** Words of several lines go on under their name. */
const plain = (value: string | number | boolean, indent: string): string =>
  String(value).replaceAll('\n', `\n${indent}  `)
