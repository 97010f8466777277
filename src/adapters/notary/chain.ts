import type { X509Certificate } from 'node:crypto'

/**
 * Whether a certificate was given out under one of those that are trusted, or is one of them: each on the way signed by the next, all of them
 * valid at that time, and allowed to sign certificates (RFC 5280 §6, without policies and names, which authorities for time do not bound).
 *
 * The shortest way counts; each certificate is looked at once, so that some which sign each other in a ring lead nowhere and soon.
 *
 * @param between certificates that came along, believed only where they lead up
 */
export function leadsUpTo(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
): boolean {
  const isTrusted = new Set(trusted.map(({ fingerprint256 }) => fingerprint256))
  const above = [...trusted, ...between]
  const seen = new Set<string>()
  let level = [certificate].filter((one) => isValid(one, at))
  while (level.length > 0) {
    if (level.some(({ fingerprint256 }) => isTrusted.has(fingerprint256))) return true
    const next: X509Certificate[] = []
    for (const below of level)
      for (const issuer of above) {
        if (seen.has(issuer.fingerprint256) || !isValid(issuer, at) || !isIssuedBy(below, issuer)) continue
        seen.add(issuer.fingerprint256)
        next.push(issuer)
      }
    level = next
  }
  return false
}

/** Whether a certificate was valid at that time. */
export const isValid = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo)

/** By name, by the identifiers of their keys, by what the issuer may do with its key (`checkIssued`), and by the signature. */
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    // A key of another kind than the signature says.
    return false
  }
}
