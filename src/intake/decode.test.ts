import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

/** "Мост закрыт" in windows-1251, repeated so that letter statistics have something to count. */
const bridgeClosed = [0xcc, 0xee, 0xf1, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2, 0x2e, 0x20]

describe('bytes become text', () => {
  it.each([
    ['UTF-8', bytes('Café closed'), undefined, 'Café closed', 'utf-8'],
    ['a UTF-8 mark, which is not part of the text', bytes([0xef, 0xbb, 0xbf], 'Café'), undefined, 'Café', 'utf-8'],
    ['UTF-16 with a mark', bytes([0xff, 0xfe, 0x41, 0, 0xe9, 0]), undefined, 'Aé', 'utf-16le'],
    ['UTF-16 without a mark', bytes([0, 0x67, 0, 0x61, 0, 0x74, 0, 0x65]), undefined, 'gate', 'utf-16be'],
    ['UTF-32', bytes([0, 0, 0xfe, 0xff, 0, 0, 0, 0x41, 0, 1, 0xf6, 0]), undefined, 'A😀', 'utf-32be'],
    ['what the server says', bytes('Caf', [0xe9]), 'text/html; charset="ISO-8859-1"', 'Café', 'windows-1252'],
    ['quotation marks of Windows', bytes([0x93], 'no', [0x94]), 'windows-1252', '“no”', 'windows-1252'],
    ['quotation marks taken over by their number', bytes('don\u0092t'), 'utf-8', 'don’t', 'utf-8'],
    ['a bare charset name', bytes([0xcc, 0xee, 0xf1, 0xf2]), 'windows-1251', 'Мост', 'windows-1251'],
    ['nothing at all', bytes(), undefined, '', 'utf-8'],
  ])('%s', (_, input, declared, text, charset) => {
    expect(decodeText(input, declared)).toEqual({ text, charset })
  })

  it('reads what the page says of itself', () => {
    const page = bytes(
      '<html><head><meta http-equiv=content-type content="text/html; charset=windows-1251"><p>',
      bridgeClosed,
    )
    expect(decodeText(page).text).toContain('Мост закрыт.')
  })

  it('reads the encoding of an XML declaration', () => {
    const feed = bytes('<?xml version="1.0" encoding="koi8-r"?><t>', [0xed, 0xcf, 0xd3, 0xd4], '</t>')
    expect(decodeText(feed).text).toContain('<t>Мост</t>')
  })

  it('believes the bytes where a declaration contradicts them', () => {
    expect(decodeText(bytes('Café “quoted”'), 'text/html; charset=iso-8859-1').text).toBe('Café “quoted”')
    expect(decodeText(bytes('Caf', [0xe9], ' closed'), 'text/html; charset=utf-8').text).toBe('Café closed')
  })

  it('keeps UTF-8 when one character of a long page is cut off', () => {
    expect(decodeText(bytes('é'.repeat(5000), [0xc3]), 'utf-8').text.startsWith('ééé')).toBe(true)
  })

  it('guesses by letter statistics when nothing is declared', () => {
    expect(decodeText(bytes(Array.from({ length: 20 }, () => bridgeClosed).flat())).text).toContain('Мост закрыт.')
  })

  it('ignores a charset nobody knows', () => {
    expect(decodeText(bytes('plain'), 'text/html; charset=klingon-1').text).toBe('plain')
  })
})
