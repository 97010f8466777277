import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { kinds, mediaType, type ProblemStatus, told } from './problem.ts'

/** Tells whoever sent something that is no request, or never became one, what was wrong with it, and ends the connection. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, detail] = saying.get(error.code ?? '') ?? ([400, 'This is no request of HTTP/1.1.'] as const)
  const body = told({ status, title: kinds[status].title, detail, input: undefined })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const saying: ReadonlyMap<string, readonly [ProblemStatus, string]> = new Map([
  ['HPE_HEADER_OVERFLOW', [431, 'Headers may be 16 KB large together, the address included, and these are larger.']],
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'The request did not arrive in time.']],
])
