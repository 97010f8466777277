import pako from 'pako'

/** Data that was packed, with how much of the input it took and whether it came out whole. */
export interface Inflated {
  readonly data: Uint8Array
  /** Bytes of the input that belong to it. */
  readonly taken: number
  readonly end: 'whole' | 'damaged' | 'too-large'
}

/** Nothing that a report comes in is larger than this when unpacked. */
const largest = 512 * 1024 * 1024

/** Text packs 3 to 10 times, a page of nothing but repetition 100 times; a bomb 1000 times. */
const steepest = 400

/** Below this, a steep ratio does no harm (an empty table may well pack 500 times). */
const harmless = 16 * 1024 * 1024

/** Unpacks one gzip member or zlib stream at the start of the bytes. What came before damage, a cut or the cap is kept. */
export function inflate(bytes: Uint8Array, packing: 'gzip' | 'deflate' | 'raw' = 'gzip', cap = largest): Inflated {
  const inflater: Inflater = new pako.Inflate(
    packing === 'raw' ? { raw: true } : { windowBits: packing === 'gzip' ? 31 : 15 },
  ) as unknown as Inflater
  const chunks: Uint8Array[] = []
  let size = 0
  let tooLarge = false
  inflater.onData = (chunk) => {
    size += chunk.length
    tooLarge = size > cap || (size > harmless && size > steepest * Math.max(1, inflater.strm.next_in))
    if (tooLarge) throw new TooLarge()
    chunks.push(chunk)
  }
  try {
    inflater.push(bytes, syncFlush)
  } catch (error) {
    if (!(error instanceof TooLarge)) return { data: joined(chunks), taken: bytes.length, end: 'damaged' }
    return { data: joined(chunks), taken: bytes.length, end: 'too-large' }
  }
  const { strm } = inflater
  // What was unpacked of the last, unfinished chunk.
  if (inflater.err !== 0 && strm.next_out > 0 && strm.output) chunks.push(strm.output.subarray(0, strm.next_out))
  return { data: joined(chunks), taken: strm.next_in, end: inflater.err === 0 && inflater.ended ? 'whole' : 'damaged' }
}

/** Gives what there is at the end of the input, and takes only the end of the stream itself for its end. */
const syncFlush = 2

class TooLarge extends Error {}

/** The parts of pako's inflater that its types leave out. */
interface Inflater {
  onData: (chunk: Uint8Array) => void
  push(data: Uint8Array, mode: number): boolean
  readonly err: number
  readonly ended: boolean
  readonly strm: { readonly next_in: number; readonly next_out: number; readonly output: Uint8Array | null }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks
  if (chunks.length === 1 && only) return only
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
