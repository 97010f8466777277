/**
 * The place of a report, so that a database which compares bytes puts places in the order of code units: all but plain ASCII is written as
 * four hexadecimal digits behind DEL, which is greater than all that is written as it is.
 */
export const placeOf = (order: string): string =>
  order.replace(/[\u007f-\uffff]/g, (unit) => `\u007f${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const placeRead = (place: string): string =>
  place.replace(/\u007f([0-9a-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
