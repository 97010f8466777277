import { timestamp } from '../naming/moments.ts'
import { escapeXml } from '../xml/xml.ts'

/** What a cell holds: words, a number, a day or moment, or nothing. Words are never a formula, whatever they begin with. */
export type Cell = string | number | null | { readonly date: string }

/** A table with a head. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: Iterable<readonly Cell[]>
}

/** What Excel holds at most (Excel specifications and limits): rows of a sheet, letters of a cell. */
export const most = { rows: 1_048_576, letters: 32_767 } as const

/** Numbers of the styles in `styles.xml`. */
const style = { head: 1, date: 2, moment: 3, quoted: 4 } as const

/** The parts of a sheet's XML (ECMA-376, 18.3): the head stays in sight and can be filtered by. */
export function* sheetXml(columns: Sheet['columns'], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
  for (const [i, { width }] of columns.entries())
    yield `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  yield '</cols><sheetData>'
  yield rowXml(
    1,
    columns.map(({ title }) => title),
    style.head,
  )
  let number = 1
  for (const row of rows) yield rowXml(++number, row)
  yield `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${number}"/></worksheet>`
}

const rowXml = (number: number, cells: readonly Cell[], styled?: number): string =>
  `<row r="${number}">${cells.map((cell, i) => cellXml(`${letters(i)}${number}`, cell, styled)).join('')}</row>`

function cellXml(place: string, cell: Cell, styled?: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : ''
  if (typeof cell === 'object') {
    const serial = serialOf(cell.date)
    if (serial === undefined) return cellXml(place, cell.date)
    return `<c r="${place}" s="${Number.isInteger(serial) && cell.date.length <= 10 ? style.date : style.moment}"><v>${serial}</v></c>`
  }
  // Who opens a cell and closes it again would have a formula: the mark keeps it words then, too.
  const isRisky = /^[=+\-@\t\r\n＝＋－＠]/.test(cell)
  const s = styled ?? (isRisky ? style.quoted : 0)
  return `<c r="${place}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${textXml(cell)}</t></is></c>`
}

/** `_x0041_` would be read as A (ECMA-376, 22.9.2.19), so its first mark is written in that way itself. */
const textXml = (text: string): string => escapeXml(cut(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

const cut = (text: string): string =>
  text.length <= most.letters ? text : `${text.slice(0, most.letters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

/** Days since the last one of 1899, as Excel counts them; a time of day is a part of one, in UTC. A month or a year alone is none. */
function serialOf(date: string): number | undefined {
  const moment = /^(?:19[1-9]\d|2\d{3})-\d\d-\d\d/.test(date) ? timestamp(date) : undefined
  return moment === undefined ? undefined : (Date.parse(moment) - Date.UTC(1899, 11, 30)) / 86_400_000
}

/** 0 is A, 26 is AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
`
