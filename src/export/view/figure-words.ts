import type { Figure } from '../../model/report.ts'
import { oneLine } from './plain.ts'

/** A figure as a person would say it, its doubt kept: "about 25,000 bottles a month", "300 or more jobs", "180 to 310 posts". */
export function figureWords(figure: Figure): string {
  const what = [unitWords(figure), figure.of && oneLine(figure.of)].filter(Boolean).join(' ')
  const rate = figure.per ? `${/^[aeiou]/i.test(figure.per) ? 'an' : 'a'} ${oneLine(figure.per)}` : ''
  return [amountWords(figure), what, rate].filter(Boolean).join(' ').replace(/ %/, '%')
}

/** The bare amount with its bounds. */
export function amountWords({ low, high, approximate, vague, quote }: AmountLike): string {
  const about = approximate ? 'about ' : ''
  const bounds =
    low === null && high === null
      ? 'an unstated number of'
      : low === null
        ? `${numberWords(high ?? 0)} or fewer`
        : high === null
          ? `${numberWords(low)} or more`
          : low === high
            ? numberWords(low)
            : `${numberWords(low)} to ${numberWords(high)}`
  return vague && quote ? `“${oneLine(quote)}” (${bounds})` : about + bounds
}

/** A number with commas between thousands and at most as many decimals as it came with: never rounded. */
export function numberWords(value: number): string {
  const [whole = '0', fraction] = Math.abs(value) < 1e21 ? String(Math.abs(value)).split('.') : [String(value)]
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`
}

/** "1 report", "2 reports"; the plural is the singular with an s unless it is given. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(amount)} ${amount === 1 ? singular : plural}`
}

type AmountLike = Pick<Figure, 'low' | 'high' | 'approximate' | 'vague'> & { readonly quote?: string }

function unitWords({ unit, low, high }: Figure): string {
  if (!unit) return ''
  if (unit === 'percentage') return '%'
  const one = low === 1 && high === 1
  if (one || /s$/.test(unit)) return unit
  const irregular = PLURALS[unit]
  return irregular ?? `${unit}s`
}

const PLURALS: Readonly<Record<string, string>> = { foot: 'feet', inch: 'inches', yuan: 'yuan', yen: 'yen', won: 'won' }
