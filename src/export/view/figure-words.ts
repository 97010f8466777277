import type { Figure } from '../../model/report.ts'
import { oneLine } from './plain.ts'

/** A figure as a person would say it, its doubt kept: "about 25,000 bottles a month", "300 or more jobs", "14.8% of children". */
export function figureWords(figure: Figure): string {
  return [amountWords(figure), thingWords(figure)].filter(Boolean).join(' ')
}

/** What a figure counts or measures, without the amount: "bottles a month", "tonnes of flour", "of children" (after a share). */
export function thingWords(
  figure: Pick<Figure, 'unit' | 'of' | 'per'> & Partial<Pick<Figure, 'low' | 'high'>>,
): string {
  const { unit, of, per } = figure
  const joined = unit && of && !MONEY.has(unit) ? `of ${oneLine(of)}` : !unit && of ? oneLine(of) : ''
  const rate = per ? `${/^[aeiou]/i.test(per) ? 'an' : 'a'} ${oneLine(per)}` : ''
  return [unitWords(figure), joined, rate].filter(Boolean).join(' ')
}

/** The bare amount with its bounds. */
export function amountWords({ low, high, approximate, vague, quote, unit }: AmountLike): string {
  const about = approximate ? 'about ' : ''
  const number = (value: number) => numberWords(value) + (unit === 'percentage' ? '%' : '')
  const bounds =
    low === null && high === null
      ? 'an unstated number'
      : low === null
        ? `${number(high ?? 0)} or fewer`
        : high === null
          ? `${number(low)} or more`
          : low === high
            ? number(low)
            : `${number(low)} to ${number(high)}`
  return vague && quote ? `“${oneLine(quote)}” (${bounds})` : about + bounds
}

/** A number as people write it: commas between thousands, "31.5 million" where that is exact. Never rounded but for what floats cannot hold. */
export function numberWords(value: number): string {
  const [size, word] = Math.abs(value) >= 1e9 ? [1e9, ' billion'] : Math.abs(value) >= 1e6 ? [1e6, ' million'] : [1, '']
  const short = Number((value / size).toPrecision(12))
  const isShort = size > 1 && Math.abs(short) < 1e4 && Number(short.toFixed(3)) === short
  return isShort ? grouped(short) + word : grouped(Number(value.toPrecision(12)))
}

function grouped(value: number): string {
  const [whole = '0', fraction] = Math.abs(value) < 1e21 ? String(Math.abs(value)).split('.') : [String(value)]
  const commas = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${value < 0 ? '−' : ''}${commas}${fraction ? `.${fraction}` : ''}`
}

/** "1 report", "2 reports"; the plural is the singular with an s unless it is given. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(amount)} ${amount === 1 ? singular : plural}`
}

type AmountLike = Pick<Figure, 'low' | 'high' | 'approximate' | 'vague'> & {
  readonly quote?: string
  readonly unit?: string | null
}

function unitWords({ unit, low, high }: Parameters<typeof thingWords>[0]): string {
  if (!unit || unit === 'percentage') return ''
  const one = low === 1 && high === 1
  if (one || /s$/.test(unit)) return unit
  const irregular = PLURALS[unit]
  return irregular ?? `${unit}s`
}

const PLURALS: Readonly<Record<string, string>> = { foot: 'feet', inch: 'inches', yuan: 'yuan', yen: 'yen', won: 'won' }

/** Units whose `of` is what the money is for, not what it consists of. */
const MONEY: ReadonlySet<string> = new Set(
  'dollar euro pound yen yuan renminbi ruble rouble hryvnia franc rupee won krona krone zloty lira peso real rand riyal dirham shekel'.split(
    ' ',
  ),
)
