import { bytesOf } from '../text/packed-bytes.ts'

/** Reads tables packed one behind the other by `scripts/train-parser.py`, the low byte of a number first. */
export interface PackedTables {
  /** Whole numbers of two or four bytes. */
  shorts(count: number): Uint16Array
  longs(count: number): Uint32Array
  /** Numbers of four bytes. */
  floats(count: number): Float32Array
  /** A table whose rows are a scale and signed bytes. */
  rows(count: number, width: number): PackedRows
}

export interface PackedRows {
  readonly width: number
  readonly scales: Float32Array
  readonly bytes: Int8Array
}

export function openTables(packed: string | Uint8Array): PackedTables {
  const bytes = bytesOf(packed)
  let at = 0
  const next = (size: number): ArrayBuffer => {
    at += size
    return bytes.buffer.slice(bytes.byteOffset + at - size, bytes.byteOffset + at) as ArrayBuffer
  }
  const floats = (count: number) => new Float32Array(next(count * 4))
  return {
    shorts: (count) => new Uint16Array(next(count * 2)),
    longs: (count) => new Uint32Array(next(count * 4)),
    floats,
    rows: (count, width) => ({ width, scales: floats(count), bytes: new Int8Array(next(count * width)) }),
  }
}

/** The rows as numbers. */
export function unpacked({ width, scales, bytes }: PackedRows): Float32Array {
  const numbers = new Float32Array(bytes.length)
  let at = 0
  for (const scale of scales) for (let k = 0; k < width; k++, at++) numbers[at] = scale * (bytes[at] ?? 0)
  return numbers
}

/** Adds one row to a list of numbers. */
export function addRow({ width, scales, bytes }: PackedRows, row: number, to: Float32Array): void {
  const scale = scales[row] ?? 0
  for (let k = 0; k < width; k++) to[k] = (to[k] ?? 0) + scale * (bytes[row * width + k] ?? 0)
}
