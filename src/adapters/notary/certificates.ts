import { X509Certificate } from 'node:crypto'

/** The certificates in a PEM file (RFC 7468), whatever stands around them; what only looks like one is passed over. */
export function certificatesIn(file: Uint8Array): readonly X509Certificate[] {
  const blocks = Buffer.from(file)
    .toString('latin1')
    .matchAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g)
  return [...blocks].flatMap(([block]) => {
    try {
      return [new X509Certificate(block)]
    } catch {
      return []
    }
  })
}
