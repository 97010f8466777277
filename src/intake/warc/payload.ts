import { inflate } from '../inflate.ts'
import { fieldsOf, headerText } from './records.ts'

/** What a server sent: the body as a reader wants it. */
export interface Payload {
  readonly status: number | undefined
  readonly mediaType: string | undefined
  readonly body: Uint8Array
  /** The body is packed in a way that is not read here (Brotli). */
  readonly packed: boolean
}

/** Takes an HTTP response apart: status, media type, body without chunks and packing. Bytes that are no HTTP response are the body. */
export function payloadOf(block: Uint8Array): Payload {
  const { text, after } = headerText(block, 0)
  const status = /^(?:HTTP\/\S+|ICY)\s+(\d{3})/i.exec(text)?.[1]
  if (status === undefined) return { status: undefined, mediaType: undefined, body: block, packed: false }
  const fields = fieldsOf(text)
  const chunked = /chunked/i.test(fields.get('transfer-encoding') ?? '')
  const sent = block.subarray(after)
  const { body, packed } = unpack(chunked ? withoutChunks(sent) : sent, fields.get('content-encoding'))
  return { status: Number(status), mediaType: fields.get('content-type'), body, packed }
}

/** Archives are full of bodies whose chunks were already joined, or whose packing was already undone: then they are taken as they are. */
function unpack(
  body: Uint8Array,
  encoding: string | undefined,
): { readonly body: Uint8Array; readonly packed: boolean } {
  if (/gzip/i.test(encoding ?? '') && body[0] === 0x1f && body[1] === 0x8b)
    return { body: inflate(body, 'gzip', largestBody).data, packed: false }
  if (/deflate/i.test(encoding ?? '')) {
    for (const packing of ['deflate', 'raw'] as const) {
      const { data, end } = inflate(body, packing, largestBody)
      if (end === 'whole' || data.length > body.length) return { body: data, packed: false }
    }
  }
  return {
    body,
    packed: /\b(?:br|zstd)\b/i.test(encoding ?? '') && !/^\s*</.test(String.fromCharCode(...body.subarray(0, 64))),
  }
}

const largestBody = 64 * 1024 * 1024

/** Joins the chunks of a body. The first line that is no chunk size ends it; at the very start that means there were no chunks. */
function withoutChunks(sent: Uint8Array): Uint8Array {
  const joined = new Uint8Array(sent.length)
  let size = 0
  for (let at = 0; at < sent.length; ) {
    const newline = sent.indexOf(10, at)
    const line = newline < 0 || newline - at > 64 ? '' : String.fromCharCode(...sent.subarray(at, newline))
    const digits = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1]
    if (digits === undefined) return at === 0 ? sent : withRest(joined, size, sent.subarray(at))
    const length = Number.parseInt(digits, 16)
    if (length === 0) break
    const chunk = sent.subarray(newline + 1, newline + 1 + length)
    joined.set(chunk, size)
    size += chunk.length
    at = newline + 1 + length
    if (sent[at] === 13) at++
    if (sent[at] === 10) at++
  }
  return joined.subarray(0, size)
}

function withRest(joined: Uint8Array, size: number, rest: Uint8Array): Uint8Array {
  joined.set(rest, size)
  return joined.subarray(0, size + rest.length)
}
