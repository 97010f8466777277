import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { type Failure, failure } from './failure.ts'
import type { Limits } from './limits.ts'

/** What `unpacked` can take away, as a request says it. */
export const packings = 'gzip, deflate, br'

/** A body without its `Content-Encoding`, stopped as soon as it is more than can be meant well. */
export async function unpacked(bytes: Uint8Array, encoding: string, limits: Limits): Promise<Uint8Array | Failure> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const [name] = names
  if (name === undefined || bytes.length === 0) return bytes
  const unpack = names.length === 1 ? unpackers.get(name) : undefined
  if (!unpack)
    return failure('unsupported', `it is packed as ${encoding.slice(0, 60)}, which nobody asked for; save the page`)
  const most = Math.min(limits.unpacked, Math.max(limits.harmless, bytes.length * limits.ratio))
  try {
    return await unpack(bytes, { maxOutputLength: most })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return failure('too-large', `${bytes.length} bytes unpack to more than ${most}: no page does that`)
    if (code === undefined) throw error
    return failure('malformed', `it is packed as ${name} and cannot be unpacked (${code}); save the page`)
  }
}

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>

const wrapped: Unpack = promisify(inflate)
const bare: Unpack = promisify(inflateRaw)

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
  // RFC 9110 means zlib's wrapping; some servers leave it out. It begins with 8 in the lower half.
  ['deflate', (bytes, options) => (((bytes[0] ?? 0) & 15) === 8 ? wrapped : bare)(bytes, options)],
])
