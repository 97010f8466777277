import { strToU8, Zip, ZipDeflate } from 'fflate'
import { escapeXml } from '../xml/xml.ts'
import { type Cell, most, type Sheet, sheetXml, stylesXml } from './sheet.ts'

/**
 * Sheets as an Office Open XML workbook, piece by piece: no sheet is held whole. One that is longer than Excel takes goes on in another of
 * its name and a number. The same sheets give the same bytes.
 *
 * @param limit rows of a sheet, the head among them
 */
export function* workbook(sheets: readonly Sheet[], limit: number = most.rows): Generator<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  function* file(path: string, parts: Iterable<string>): Generator<Uint8Array> {
    const entry = new ZipDeflate(path, { level: 6 })
    // ZIP has no time zone; the first moment it can hold says nothing, and says so.
    entry.mtime = '1980-01-01T00:00:00'
    zip.add(entry)
    let held = ''
    for (const part of parts) {
      held += part
      if (held.length < enough) continue
      entry.push(strToU8(held))
      held = ''
      yield* pieces.splice(0)
    }
    entry.push(strToU8(held), true)
    yield* pieces.splice(0)
  }
  const written: string[] = []
  for (const { name, columns, rows } of sheets) {
    const source = rows[Symbol.iterator]()
    for (let part = 1, next = source.next(); part === 1 || !next.done; part++) {
      function* some(): Generator<readonly Cell[]> {
        for (let n = 1; n < limit && !next.done; n++, next = source.next()) yield next.value
      }
      written.push(part === 1 ? name : `${name} ${part}`)
      yield* file(`xl/worksheets/sheet${written.length}.xml`, sheetXml(columns, some()))
    }
  }
  yield* file('xl/styles.xml', [stylesXml])
  yield* file('xl/workbook.xml', [workbookXml(written)])
  yield* file('xl/_rels/workbook.xml.rels', [
    relations([
      ...written.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'] as const,
    ]),
  ])
  yield* file('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])])
  yield* file('[Content_Types].xml', [contentTypes(written.length)])
  zip.end()
  yield* pieces.splice(0)
}

/** Letters of a sheet that are held before they are packed. */
const enough = 64 * 1024
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const workbookXml = (names: readonly string[]): string =>
  `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${names
    .map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

function contentTypes(sheets: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${spreadsheet}.${type}+xml"/>`
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${part('xl/styles.xml', 'styles')}${Array.from({ length: sheets }, (_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`
}
