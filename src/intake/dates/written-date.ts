import { monthNumbers } from '../../language/months.ts'

/** In which order a date in figures is written: 04/05/2024 is 4 May in most of the world and April 5 in the United States. */
export type FigureOrder = 'day-first' | 'month-first'

/** A calendar date found in words, and where it stands. */
export interface WrittenDate {
  /** `2024-03-12`, or `2024-03-12T10:30` when a clock time follows. */
  readonly iso: string
  readonly start: number
  readonly end: number
}

/** Every full date (day, month and year) written in a text, in order: `12 March 2024`, `March 12, 2024`, `12.03.2024`, `2024-03-12`, `2024年3月12日`. */
export function writtenDates(text: string, order: FigureOrder = 'day-first'): readonly WrittenDate[] {
  const found: WrittenDate[] = []
  for (const match of text.matchAll(pattern)) {
    const date = dateIn(match.groups ?? {}, order)
    if (date === undefined) continue
    const end = match.index + match[0].length
    const clock = clockAfter.exec(text.slice(end, end + 40))
    const time = clock && timeOf(clock)
    found.push({ iso: time ? `${date}T${time}` : date, start: match.index, end: end + (time ? clock[0].length : 0) })
  }
  return found
}

/** `2024-03-12` for a day that exists between the first web pages and the end of the century. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  const fits = year >= 1990 && year <= 2099 && day >= 1 && day <= (lengths[month - 1] ?? 0)
  return fits ? `${year}-${two(month)}-${two(day)}` : undefined
}

export const two = (value: number): string => String(value).padStart(2, '0')

const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')

const pattern = new RegExp(
  [
    String.raw`(?<![\d\p{L}/.-])(?<y1>(?:19|20)\d\d)(?:-(?<m1>\d\d?)-|/(?<m1b>\d\d?)/|\.(?<m1c>\d\d?)\.)(?<d1>\d\d?)(?!\d)`,
    String.raw`(?<!\d)(?<y2>(?:19|20)\d\d)\s?[年년]\s?(?<m2>\d\d?)\s?[月월]\s?(?<d2>\d\d?)\s?[日일]`,
    String.raw`(?<![\d\p{L}.,/:])(?<d3>[0-3]?\d)(?:st|nd|rd|th|er|º|°|ª)?(?:\.\s?|\s{1,2}|-|/)(?:of |de |da |du )?(?<n3>${names})(?!\p{L})[.,]?(?:\s{1,2}|-|/|, )?(?:de |del |of )?(?<y3>(?:19|20)\d\d)(?!\d)`,
    String.raw`(?<!\p{L})(?<n4>${names})(?!\p{L})\.?\s{0,2}(?<d4>[0-3]?\d)(?:st|nd|rd|th)?(?:\s?,\s?|\s{1,2}|\.\s?)(?<y4>(?:19|20)\d\d)(?!\d)`,
    String.raw`(?<![\d\p{L}.,/:-])(?<a5>\d\d?)(?<s5>[./-])\s?(?<b5>\d\d?)\k<s5>\s?(?<y5>(?:19|20)\d\d|\d\d)(?![\d/]|[.,-]\d)`,
    String.raw`(?<!\p{L})(?<y6>(?:19|20)\d\d)\.?\s(?<n6>${names})(?!\p{L})\.?\s(?<d6>[0-3]?\d)(?!\d)`,
  ].join('|'),
  'giu',
)

/** "at 10:30", ", 10:30 a.m.", " - 10.30 Uhr". */
const clockAfter =
  /^,?\s{0,2}(?:[-–—|/·•@]|at|um|à|a las|alle|,|T)?\s{0,2}(\d\d?)[:.h](\d\d)(?::\d\d)?(?!\d)(?:\s?(a\.?m\.?|p\.?m\.?|AM|PM))?/u

function timeOf(match: RegExpExecArray): string | undefined {
  const half = match[3]?.[0]?.toLowerCase()
  const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0)
  return Number(match[1]) <= 23 && Number(match[2]) <= 59 ? `${two(hour)}:${match[2]}` : undefined
}

function dateIn(g: Readonly<Record<string, string | undefined>>, order: FigureOrder): string | undefined {
  const year = g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y6
  if (year !== undefined) {
    const name = g.n3 ?? g.n4 ?? g.n6
    const month =
      name === undefined ? Number(g.m1 ?? g.m1b ?? g.m1c ?? g.m2) : (monthNumbers.get(name.toLowerCase()) ?? 0)
    return isoDay(Number(year), month, Number(g.d1 ?? g.d2 ?? g.d3 ?? g.d4 ?? g.d6))
  }
  const [a, b] = [Number(g.a5), Number(g.b5)]
  const written = g.y5 ?? ''
  const full = written.length === 4 ? Number(written) : 2000 + Number(written)
  // Dots are never used for month-first dates.
  const dayFirst = g.s5 === '.' || order === 'day-first'
  return dayFirst
    ? (isoDay(full, b, a) ?? (g.s5 === '.' ? undefined : isoDay(full, a, b)))
    : (isoDay(full, a, b) ?? isoDay(full, b, a))
}
