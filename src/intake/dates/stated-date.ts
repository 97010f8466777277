import { monthNumbers } from '../../language/months.ts'
import { type FigureOrder, isoDay, two, writtenDates } from './written-date.ts'

/**
 * A date as a machine-readable field states it, made ISO 8601 with the precision and the time zone it was given with; undefined when it is none.
 * Reads ISO 8601 in its usual misspellings, RFC 822 dates, and what people type into such fields.
 */
export function statedDate(value: string | undefined, order: FigureOrder = 'day-first'): string | undefined {
  const text = value?.trim().slice(0, 80)
  if (!text) return undefined
  return isoLike(text) ?? rfc822(text) ?? compact(text) ?? writtenDates(text, order)[0]?.iso
}

function isoLike(text: string): string | undefined {
  const match =
    /^(\d{4})-(\d\d?)(?:-(\d\d?)(?:(?:[T\s]|\s?T\s?)(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?(?![\d-])/i.exec(
      text,
    )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, , zone] = match
  if (day === undefined) return isoDay(Number(year), Number(month), 1)?.slice(0, 7)
  const date = isoDay(Number(year), Number(month), Number(day))
  return date && withTime(date, hour, minute, second, zone)
}

const zones: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  msk: '+03:00',
  jst: '+09:00',
}

/** RFC 822 and the `asctime` of old programs: `Thu, 01 Jan 2004 19:48:21 GMT`, `Thu Jan 1 19:48:21 2004`. */
function rfc822(text: string): string | undefined {
  const match =
    /^(?:[a-z]{3,9}\.?,?\s*)?(\d\d?)[\s-]([a-z]{3,9})\.?,?[\s-](\d{4}|\d\d)(?:,?\s+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([a-z]{1,4}|[+-]?\d\d:?\d\d)?)?/i.exec(
      text,
    )
  const unix = match
    ? null
    : /^[a-z]{3,9},?\s+([a-z]{3,9})\s+(\d\d?)\s+(\d\d?):(\d\d)(?::(\d\d))?\s+(?:([a-z]{1,4}|[+-]\d\d:?\d\d)\s+)?(\d{4})/i.exec(
        text,
      )
  const [, day, month, year, hour, minute, second, zone] =
    match ?? (unix ? [undefined, unix[2], unix[1], unix[7], unix[3], unix[4], unix[5], unix[6]] : [])
  const number =
    monthNumbers.get(month?.toLowerCase() ?? '') ?? monthNumbers.get(month?.slice(0, 3).toLowerCase() ?? '')
  if (number === undefined || year === undefined) return undefined
  const date = isoDay(year.length === 2 ? century(Number(year)) : Number(year), number, Number(day))
  return date && withTime(date, hour, minute, second, zone)
}

/** RFC 2822: two-digit years from 50 on are of the last century. */
const century = (year: number): number => year + (year >= 50 ? 1900 : 2000)

/** `20240312`, `20240312T103000Z`, `202403121030`. */
function compact(text: string): string | undefined {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?(?!\d)/.exec(text)
  if (!match) return undefined
  const date = isoDay(Number(match[1]), Number(match[2]), Number(match[3]))
  return date && withTime(date, match[4], match[5], match[6], match[7])
}

function withTime(date: string, hour?: string, minute?: string, second?: string, zone?: string): string {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return date
  const time = `${two(Number(hour))}:${minute}${second === undefined ? '' : `:${second}`}`
  return `${date}T${time}${zoneOf(zone)}`
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return ''
  const offset = /^([+-]?)(\d\d):?(\d\d)?$/.exec(zone)
  return offset ? `${offset[1] || '+'}${offset[2]}:${offset[3] ?? '00'}` : (zones[zone.toLowerCase()] ?? '')
}
