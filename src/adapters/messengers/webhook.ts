import { createHash, createHmac } from 'node:crypto'
import type { Messenger } from '../../ports/messenger.ts'

/** Sends bytes to an address; gives the status of the answer, or throws. */
export type Send = (
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number }>

/**
 * Brings alerts to an address as JSON, signed so that who gets them can tell that they are from here (Standard Webhooks 1.0:
 * `webhook-id`, `webhook-timestamp`, `webhook-signature: v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64).
 *
 * @param secret shared with the receiver; without one nothing is signed
 * @param now milliseconds since 1970
 */
export function webhook(address: string, secret: string | undefined, send: Send, now: () => number): Messenger {
  // Services put the key of a webhook into its path: what is written down and shown names it, and opens nothing.
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 12)
  return {
    to: `webhook ${new URL(address).host} (${digest})`,
    async send(alert) {
      const body = JSON.stringify({ type: `alert.${alert.kind}`, timestamp: alert.at, data: alert })
      const id = `alert-${alert.number}`
      const timestamp = `${Math.floor(now() / 1000)}`
      try {
        const { status } = await send(address, body, {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          ...(secret === undefined ? {} : { 'webhook-signature': signatureOf(`${id}.${timestamp}.${body}`, secret) }),
        })
        return status >= 200 && status < 300 ? undefined : `it answered with status ${status}`
      } catch (error) {
        return error instanceof Error ? `it could not be reached: ${error.message}` : 'it could not be reached'
      }
    },
  }
}

/** A secret may be given as Standard Webhooks writes it, `whsec_` and base64, or as any other word. */
function signatureOf(signed: string, secret: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}
