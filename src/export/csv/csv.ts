/**
 * One line of CSV (RFC 4180) without its end. What a spreadsheet would take for a formula gets an apostrophe before it: a quotation that
 * begins with `=` must not be carried out by whoever opens the file (OWASP, CSV injection).
 */
export const csvRow = (fields: readonly (string | number | null)[]): string => fields.map(field).join(',')

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return `${value}`
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
