import { inflate } from '../inflate.ts'

/**
 * Why a PDF is not handed to the engine, which unpacks its streams without asking how large they become: undefined for an honest file.
 * Every stream is unpacked once here, under a cap, and what says that it is packed twice is unpacked twice.
 */
export function bombIn(bytes: Uint8Array): string | undefined {
  let unpacked = 0
  for (const { dictionary, from } of streamsIn(bytes)) {
    const times = (dictionary.match(/\/(?:FlateDecode|Fl)\b/g) ?? []).length
    const others = (dictionary.match(/\/(?:LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g) ?? []).length
    if (times + others > 2 || (times > 0 && others > 0))
      return 'one of its streams is packed over and over; it was not read'
    let data = bytes.subarray(from)
    for (let i = 0; i < times; i++) {
      const { data: out, end } = inflate(data, 'deflate', largestStream)
      if (end === 'too-large') return tooLarge
      data = out
      unpacked += out.length
    }
    if (unpacked > largestWhole) return tooLarge
  }
  return undefined
}

const tooLarge = 'unpacked it is larger than any report; print it to a new PDF, or split it'

/** A page of a map has a few megabytes; a picture of one may have a hundred. Bytes. */
const largestStream = 256 * 1024 * 1024

const largestWhole = 1024 * 1024 * 1024

interface Stream {
  readonly dictionary: string
  readonly from: number
}

/** Wherever the word `stream` ends a dictionary, whatever the table of objects says: the engine finds them so too when the table is broken. */
function* streamsIn(bytes: Uint8Array): Generator<Stream> {
  // s t r e a m
  for (let at = bytes.indexOf(0x73); at >= 0; at = bytes.indexOf(0x73, at + 1)) {
    if (bytes[at + 1] !== 0x74 || bytes[at + 2] !== 0x72 || bytes[at + 3] !== 0x65) continue
    if (bytes[at + 4] !== 0x61 || bytes[at + 5] !== 0x6d || bytes[at - 1] === 0x64) continue
    const before = latin1(bytes.subarray(Math.max(0, at - longestDictionary), at))
    const dictionary = before.slice(before.lastIndexOf('obj') + 1)
    if (!/>>\s*$/.test(dictionary.slice(-40))) continue
    const end = at + 6
    yield { dictionary, from: end + (bytes[end] === 13 ? (bytes[end + 1] === 10 ? 2 : 1) : bytes[end] === 10 ? 1 : 0) }
  }
}

const longestDictionary = 2048

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
