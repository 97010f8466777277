import { constants, createHash, verify, type X509Certificate } from 'node:crypto'
import type { BaseBlock } from 'asn1js'
import type { AlgorithmIdentifier, SignerInfo } from 'pkijs'
import { childrenOf, contentOf } from './blocks.ts'

/**
 * Whether a TSTInfo was signed with the key of a certificate (RFC 5652 §5.4 and §5.6): the signature is over attributes, one of which is the
 * digest of the content and another that of the certificate itself, so that no other with the same key can be put in its place (RFC 5816).
 *
 * Keys are Node's own affair: it knows the curves of European authorities as well, which the cryptography of browsers does not.
 */
export function isSignedBy(certificate: X509Certificate, signerInfo: SignerInfo, content: Uint8Array): boolean {
  const { signedAttrs, digestAlgorithm, signatureAlgorithm, signature } = signerInfo
  const hash = hashes[digestAlgorithm.algorithmId]
  const scheme = hash && schemeOf(signatureAlgorithm, hash)
  if (!signedAttrs || !hash || !scheme) return false
  const attributeOf = (type: string): BaseBlock | undefined => {
    const [attribute, ...more] = signedAttrs.attributes.filter((one) => one.type === type)
    return attribute && attribute.values.length === 1 && more.length === 0
      ? (attribute.values[0] as BaseBlock)
      : undefined
  }
  const [kind, digest] = [attributeOf(types.contentType), attributeOf(types.messageDigest)]
  if (!kind || !contentOf(kind).equals(contentTypeOfStamps)) return false
  if (!digest || !contentOf(digest).equals(createHash(hash).update(content).digest())) return false
  if (!namesCertificate(attributeOf(types.certificateV2), attributeOf(types.certificate), certificate)) return false
  try {
    return verify(
      scheme.hash,
      new Uint8Array(signedAttrs.encodedValue),
      { key: certificate.publicKey, ...scheme.padding },
      new Uint8Array(signature.getValue()),
    )
  } catch {
    // A key of another kind than the signature says.
    return false
  }
}

/** Digests that nobody can forge today; SHA-1 is none of them. */
export const hashes: Readonly<Record<string, string | undefined>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const types = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.12',
  certificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** 1.2.840.113549.1.9.16.1.4, id-ct-TSTInfo. */
const contentTypeOfStamps = Buffer.from('2a864886f70d0109100104', 'hex')

/**
 * Whether the attribute that names the certificate by its digest names this one: ESSCertIDv2 (RFC 5035 §4) or the older ESSCertID
 * (RFC 2634 §5.4), which knows SHA-1 only; there it is no more than a second look, so that it will do.
 */
function namesCertificate(v2: BaseBlock | undefined, v1: BaseBlock | undefined, { raw }: X509Certificate): boolean {
  // SigningCertificate { certs { first { [hashAlgorithm], certHash, [issuerSerial] } … } … }: the first is the signer's own.
  const [first = [], is] = [childrenOf(childrenOf(childrenOf(v2 ?? v1)[0])[0]), v2 ? 'v2' : 'v1']
  const [head, next] = first
  if (!head) return false
  const isPlain = head.idBlock.tagNumber === octetString
  const hash = is === 'v1' ? 'sha1' : isPlain ? 'sha256' : hashes[dotted(childrenOf(head)[0])]
  const digest = isPlain ? head : next
  return !!hash && !!digest && contentOf(digest).equals(createHash(hash).update(raw).digest())
}

const octetString = 4

const dotted = (block: BaseBlock | undefined): string =>
  (block?.valueBlock as { toString(): string } | undefined)?.toString() ?? ''

interface Scheme {
  readonly hash: string
  readonly padding?: { readonly padding: number; readonly saltLength: number }
}

/** How to check a signature, by the algorithm that is named for it and the one named for the digest (RFC 5754, RFC 4056). */
function schemeOf({ algorithmId, algorithmParams }: AlgorithmIdentifier, digest: string): Scheme | undefined {
  if (algorithmId === pss) return pssScheme(algorithmParams as BaseBlock | undefined)
  const hash = withDigestNamedApart.includes(algorithmId) ? digest : withDigestOfItsOwn[algorithmId]
  return hash ? { hash } : undefined
}

const withDigestOfItsOwn: Readonly<Record<string, string | undefined>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/** rsaEncryption and id-ecPublicKey. */
const withDigestNamedApart: readonly string[] = ['1.2.840.113549.1.1.1', '1.2.840.10045.2.1']

const pss = '1.2.840.113549.1.1.10'

/** RSASSA-PSS-params (RFC 4055 §3.1): `[0]` digest, `[1]` mask with a digest of its own, `[2]` length of the salt. */
function pssScheme(params: BaseBlock | undefined): Scheme | undefined {
  const tagged = (number: number): BaseBlock | undefined =>
    childrenOf(childrenOf(params).find(({ idBlock }) => idBlock.tagNumber === number))[0]
  const hash = hashes[dotted(childrenOf(tagged(0))[0])]
  const ofMask = hashes[dotted(childrenOf(childrenOf(tagged(1))[1])[0])]
  const salt = tagged(2) ? contentOf(tagged(2)) : Buffer.from([20])
  // Left out, the digest is SHA-1; a mask with another digest is known to the standard and to nobody else.
  const isKnown = hash && hash === ofMask && salt.length > 0 && salt.length < 3
  return isKnown
    ? { hash, padding: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt.readUIntBE(0, salt.length) } }
    : undefined
}
