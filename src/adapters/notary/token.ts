import { createHash, X509Certificate } from 'node:crypto'
import type { BaseBlock } from 'asn1js'
import type { Certificate, SignedData, TSTInfo } from 'pkijs'
import type { Confirmed } from '../../ports/notary.ts'
import { childrenOf, contentOf } from './blocks.ts'
import { isValid, leadsUpTo } from './chain.ts'
import { hashes, isSignedBy } from './signature.ts'

/** What a token has to fit, beside the digest. */
export interface Wanted {
  /** The number that was asked with; not known any more of what was kept. */
  readonly nonce?: bigint
  /** Certificates that are trusted, one of which has to stand above the signer, or be its own. None: nothing is said of who signed. */
  readonly authorities?: readonly X509Certificate[]
}

/**
 * Checks a time-stamp token by itself, asking nobody: that it is one, over this digest, signed with the key of a certificate that comes with
 * it, which was made for time-stamping and was valid then (RFC 3161 §2.2, §2.3; RFC 5652 §5; RFC 5816). Whether a certificate was revoked
 * is not asked.
 *
 * @param digest hex SHA-256
 * @returns what the token says, or what is wrong with it, to be read after "a time-stamp that"
 */
export async function checkToken(
  token: Uint8Array,
  digest: string,
  { nonce, authorities }: Wanted = {},
): Promise<Confirmed | { readonly flaw: string }> {
  const parts = token.length > longest ? undefined : await partsOf(token)
  if (!parts) return { flaw: 'is not well-formed' }
  const { info } = parts
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const imprint = Buffer.from(hashedMessage.valueBlock.valueHexView).toString('hex')
  if (hashes[hashAlgorithm.algorithmId] !== 'sha256' || imprint !== digest)
    return { flaw: 'was given for something else' }
  if (nonce !== undefined && info.nonce?.toBigInt() !== nonce)
    return { flaw: 'answers another question than the one asked' }
  const genTime = isoTime(parts.genTime)
  if (!genTime) return { flaw: 'gives no time' }
  const signer = signerOf(parts, genTime, authorities)
  return 'flaw' in signer ? signer : { genTime, signer: nameOf(signer) }
}

/** The certificate of who signed, or what is wrong with it. */
function signerOf(
  { content, signed, certificates }: Parts,
  genTime: string,
  authorities: readonly X509Certificate[] | undefined,
): X509Certificate | { readonly flaw: string } {
  const [signerInfo, ...more] = signed.signerInfos
  if (!signerInfo || more.length > 0) return { flaw: 'was not signed by exactly one authority' }
  const signer = certificates.find(({ parsed }) => isNamed(parsed, signerInfo.sid))
  const certificate = signer && opened(signer.raw)
  if (!certificate) return { flaw: 'comes without the certificate of who signed it' }
  if (!isSignedBy(certificate, signerInfo, content))
    return { flaw: 'was not signed with the key of the certificate in it' }
  if (!isForStamping(signer.parsed))
    return { flaw: 'was signed with a certificate that was not made for time-stamping' }
  const at = new Date(genTime)
  if (!isValid(certificate, at)) return { flaw: `was given at ${genTime}, when the certificate in it was not valid` }
  const others = authorities ? certificates.flatMap(({ raw }) => opened(raw) ?? []) : []
  if (authorities && !leadsUpTo(certificate, others, authorities, at))
    return { flaw: 'was signed by nobody whom the given certificates stand for' }
  return certificate
}

/** More than any authority gives, in bytes: a token comes with two to four certificates. */
const longest = 65_536

interface Parts {
  readonly info: TSTInfo
  /** As it stands in the token: GeneralizedTime. */
  readonly genTime: string
  /** The bytes of the TSTInfo: what was signed. */
  readonly content: Uint8Array
  readonly signed: SignedData
  /** With their very bytes: what is written anew may differ, and has another digest then. */
  readonly certificates: readonly { readonly parsed: Certificate; readonly raw: Uint8Array }[]
}

async function partsOf(token: Uint8Array): Promise<Parts | undefined> {
  const { fromBER } = await import('asn1js')
  const pkijs = await import('pkijs')
  try {
    const { result, offset } = fromBER(token)
    const { contentType, content } = new pkijs.ContentInfo({ schema: result })
    if (offset !== token.length || contentType !== pkijs.ContentInfo.SIGNED_DATA) return undefined
    const signed = new pkijs.SignedData({ schema: content })
    const { eContentType, eContent } = signed.encapContentInfo
    if (eContentType !== pkijs.id_eContentType_TSTInfo || !eContent) return undefined
    const bytes = new Uint8Array(eContent.getValue())
    const read = fromBER(bytes)
    if (read.offset !== bytes.length) return undefined
    const blocks = certificateBlocks(content)
    return {
      info: new pkijs.TSTInfo({ schema: read.result }),
      genTime: contentOf(childrenOf(read.result)[4]).toString('latin1'),
      content: bytes,
      signed,
      certificates: (signed.certificates ?? []).flatMap((parsed, i) => {
        const raw = blocks[i]?.valueBeforeDecodeView
        return parsed instanceof pkijs.Certificate && raw ? [{ parsed, raw }] : []
      }),
    }
  } catch {
    return undefined
  }
}

/** `[0] IMPLICIT CertificateSet` of a SignedData (RFC 5652 §5.1). */
const certificateBlocks = (signedData: BaseBlock): readonly BaseBlock[] =>
  childrenOf(childrenOf(signedData).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0))

/** A certificate as Node reads it; undefined where Node cannot. */
function opened(raw: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(raw)
  } catch {
    return undefined
  }
}

/** GeneralizedTime as RFC 3161 wants it: in UTC, to the second, with a fraction or none. */
function isoTime(given: string): string | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(given) ?? []
  const [year, month, day, hour, minute, second, fraction = ''] = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`
  return parts.length > 0 && Number.isFinite(Date.parse(iso)) ? iso : undefined
}

/** Whether a certificate is the one that a SignerInfo names, by issuer and number or by the identifier of its key. */
function isNamed(
  { issuer, serialNumber, extensions }: Certificate,
  sid: SignedData['signerInfos'][number]['sid'],
): boolean {
  const named = sid as { readonly issuer?: unknown; readonly serialNumber?: unknown } & BaseBlock
  if (named.issuer !== undefined)
    return issuer.isEqual(named.issuer as never) && serialNumber.isEqual(named.serialNumber as never)
  const key = extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue as BaseBlock | undefined
  const wanted = named.idBlock.isConstructed ? childrenOf(named)[0] : named
  return key !== undefined && wanted !== undefined && contentOf(key).equals(contentOf(wanted))
}

/** RFC 3161 §2.3: one purpose and no other, and critical, so that nobody takes the certificate for another. */
function isForStamping({ extensions }: Certificate): boolean {
  const use = extensions?.find(({ extnID }) => extnID === '2.5.29.37')
  const purposes = (use?.parsedValue as { readonly keyPurposes?: readonly string[] } | undefined)?.keyPurposes
  return use?.critical === true && purposes?.length === 1 && purposes[0] === '1.3.6.1.5.5.7.3.8'
}

/** `O=Example, CN=Example TSA`; a name may hold anything, line ends too. */
const nameOf = ({ subject, raw }: X509Certificate): string =>
  subject?.split('\n').join(', ') ||
  `a certificate without a name, SHA-256 ${createHash('sha256').update(raw).digest('hex')}`
