import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Header, Retrieval } from '../../model/retrieval.ts'
import { joined } from './record.ts'

/** What was asked, as HTTP writes it. */
export function requestOf({ answered, requestHeaders }: Retrieval): Uint8Array {
  const { pathname, search, host } = new URL(answered)
  const headers = requestHeaders.some(([name]) => name.toLowerCase() === 'host')
    ? requestHeaders
    : [['host', host] as const, ...requestHeaders]
  return utf8ToBytes(`GET ${pathname}${search} HTTP/1.1\r\n${linesOf(headers)}\r\n`)
}

/**
 * What was answered. The bytes are those after decoding, so what the server said of their coding and length goes under another name
 * (`X-Orig-Content-Encoding`, as Browsertrix and Scoop write it) and their true length is stated.
 */
export function responseOf({ status, responseHeaders }: Retrieval, bytes: Uint8Array): Uint8Array {
  const headers = responseHeaders.map(([name, value]): Header => [coding.test(name) ? `x-orig-${name}` : name, value])
  const head = `HTTP/1.1 ${status} ${reasons[status] ?? ''}\r\n${linesOf([...headers, ['content-length', String(bytes.length)]])}\r\n`
  return joined([utf8ToBytes(head), bytes])
}

const coding = /^(?:content-encoding|transfer-encoding|content-length)$/i

/** Header names that are no names are left out, and line ends in values with them: neither can come from a server. */
const linesOf = (headers: readonly Header[]): string =>
  headers
    .filter(([name]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name))
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n\0]+/g, ' ').trim()}\r\n`)
    .join('')

/** RFC 9110, 15. Readers go by the number. */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  203: 'Non-Authoritative Information',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
