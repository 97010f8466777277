import type { Capture } from '../capture.ts'
import { decodeText } from '../decode.ts'

/** A web page, by its media type, else by its name or how it begins. */
export const isHtml = ({ input, mediaType, bytes }: Capture): boolean =>
  mediaType === undefined
    ? /\.x?html?$/i.test(input.replace(/[?#].*$/, '')) || startsAsHtml(bytes)
    : /\bx?html\b/i.test(mediaType)

function startsAsHtml(bytes: Uint8Array): boolean {
  const head = decodeText(bytes.subarray(0, 512)).text.trimStart().slice(0, 300).toLowerCase()
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body)\b/.test(head)
}
