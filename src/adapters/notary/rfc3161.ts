import { randomBytes } from 'node:crypto'
import type { Notary, Post } from '../../ports/notary.ts'
import { notaryError } from './notary-error.ts'
import { checkToken } from './token.ts'

/**
 * A time-stamping authority that speaks RFC 3161 over HTTP. What it answers is believed only where the token is one, over this digest, for
 * this question, and signed with the certificate that comes with it.
 *
 * @param post how its address is asked
 */
export const openNotary = (address: string, post: Post): Notary => ({
  address,
  async stamp(digest) {
    const nonce = freshNonce()
    const answer = await post(address, await query(digest, nonce), 'application/timestamp-query')
    const token = await tokenIn(answer, address)
    const checked = await checkToken(token, digest, { nonce })
    if ('flaw' in checked) throw notaryError(`${address} gave a time-stamp that ${checked.flaw}`)
    return { ...checked, token: Buffer.from(token).toString('base64') }
  },
})

/** A number that was never asked with before, so that no old answer fits: 63 bits, and never zero. */
function freshNonce(): bigint {
  const bytes = randomBytes(8)
  return (bytes.readBigUInt64BE() >> 1n) | (1n << 62n)
}

/** TimeStampReq (RFC 3161 §2.4.1): the digest, the nonce, and that the certificate is to come with the answer. */
async function query(digest: string, nonce: bigint): Promise<Uint8Array> {
  const { Integer, Null, OctetString } = await import('asn1js')
  const { AlgorithmIdentifier, id_sha256, MessageImprint, TimeStampReq } = await import('pkijs')
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: id_sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(Buffer.from(digest, 'hex')).buffer }),
    }),
    nonce: Integer.fromBigInt(nonce),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

/** The token of a TimeStampResp (§2.4.2), byte for byte as it came. */
async function tokenIn(answer: Uint8Array, address: string): Promise<Uint8Array> {
  const { fromBER, Sequence } = await import('asn1js')
  const { TimeStampResp } = await import('pkijs')
  const { result, offset } = fromBER(answer)
  try {
    const { status, timeStampToken } = new TimeStampResp({ schema: result })
    const says = status.statusStrings?.map(({ valueBlock }) => valueBlock.value).join('; ')
    // 0 granted, 1 granted with modifications; everything else is a refusal with a reason.
    if (status.status !== 0 && status.status !== 1)
      throw notaryError(
        `${address} refused to stamp: ${statusNames[status.status] ?? `status ${status.status}`}${says ? ` (${says})` : ''}`,
      )
    const token = result instanceof Sequence ? result.valueBlock.value[1] : undefined
    if (!timeStampToken || !token || offset !== answer.length) throw new Error('there is no token in it')
    return Uint8Array.from(token.valueBeforeDecodeView)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw cause
    throw notaryError(`${address} answered with what is no answer of a time-stamping authority`, cause)
  }
}

/** PKIStatus (§2.4.2). */
const statusNames: readonly (string | undefined)[] = [
  'granted',
  'granted with modifications',
  'rejected',
  'waiting',
  'its certificate is about to be revoked',
  'its certificate was revoked',
]
