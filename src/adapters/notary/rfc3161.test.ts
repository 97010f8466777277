import { createHash, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAuthority, type TestAuthority, withoutOpenssl } from '../../../test/fixtures/timestamp-authority.ts'
import type { Post } from '../../ports/notary.ts'
import { postTo } from './post.ts'
import { openNotary } from './rfc3161.ts'
import { checkToken } from './token.ts'

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const digest = digestOf('a line of the log')
const other = digestOf('another line')

if (withoutOpenssl) it.skip(`time-stamps: ${withoutOpenssl}`, () => undefined)

describe.skipIf(withoutOpenssl)('an authority for time-stamps', () => {
  let authority: TestAuthority
  beforeAll(async () => {
    authority = await startAuthority()
  })
  afterAll(() => authority.stop())

  const patient = postTo({ allowPrivate: true })
  const quick = postTo({ allowPrivate: true, timeout: 500 })
  const asked = (way = '', post: Post = patient) => openNotary(`${authority.address}${way}`, post).stamp(digest)
  const trusted = (...pem: readonly string[]) => ({ authorities: pem.map((one) => new X509Certificate(one)) })

  it('gives a token over a digest, with the time and who signed', async () => {
    const before = Date.now()
    const { token, genTime, signer } = await asked()
    expect(signer).toBe('O=Clock House, CN=Stamps')
    expect(Math.abs(Date.parse(genTime) - before)).toBeLessThan(5000)
    const bytes = Buffer.from(token, 'base64')
    expect(await checkToken(bytes, digest)).toEqual({ genTime, signer })
    expect(await checkToken(bytes, digest, trusted(authority.ca))).toEqual({ genTime, signer })
    expect(await checkToken(bytes, digest, trusted(authority.certificate))).toEqual({ genTime, signer })
  })

  it.each([
    ['rsa:2048', {}],
    ['rsa:2048', { signer_digest: 'sha512' }],
    ['secp384r1', { signer_digest: 'sha384' }],
    ['brainpoolP256r1', {}],
    ['prime256v1', { ess_cert_id_alg: 'sha1' }],
    [
      'prime256v1',
      { ess_cert_id_alg: 'sha512', ess_cert_id_chain: 'yes', accuracy: 'secs:1, millisecs:5', tsa_name: 'yes' },
    ],
    ['prime256v1', { clock_precision_digits: '6', ordering: 'yes' }],
  ])('is understood with a key %s and %j', async (key, settings) => {
    const made = await startAuthority({ key, settings })
    try {
      const checked = await checkToken(made.token(digest), digest, trusted(made.ca))
      expect(checked).toMatchObject({ signer: 'O=Clock House, CN=Stamps' })
    } finally {
      await made.stop()
    }
  })

  it.each([
    ['garbage', /no answer of a time-stamping authority/],
    ['empty', /no answer of a time-stamping authority/],
    ['page', /no answer of a time-stamping authority/],
    ['cut', /no answer of a time-stamping authority/],
    ['longer', /no answer of a time-stamping authority/],
    ['nested', /no answer of a time-stamping authority/],
    ['broken', /answered 500/],
    ['elsewhere', /answered 302/],
    ['huge', /longer than 65536 bytes/],
    ['slow', /no answer within 0.5 seconds/],
    ['silent', /no answer within 0.5 seconds/],
    ['hangUp', /the connection failed/],
  ])('is seen through when its answer is %s', async (way, says) => {
    const post = /slow|silent/.test(way) ? quick : patient
    await expect(asked(way, post)).rejects.toMatchObject({ code: 'NOTARY', message: expect.stringMatching(says) })
  })

  it('cannot be asked where nobody listens', async () => {
    await expect(openNotary('http://127.0.0.1:9/', patient).stamp(digest)).rejects.toMatchObject({ code: 'NOTARY' })
  })

  it('says why when it refuses', async () => {
    const choosy = await startAuthority({ settings: { digests: 'sha512' } })
    try {
      await expect(openNotary(choosy.address, patient).stamp(digest)).rejects.toMatchObject({
        code: 'NOTARY',
        message: expect.stringMatching(/refused to stamp: rejected \(.*not supported/),
      })
    } finally {
      await choosy.stop()
    }
  })

  it('is not believed when it stamps something else', async () => {
    const swapped: Post = async (_, query) =>
      authority.reply(Buffer.from(Buffer.from(query).toString('hex').replace(digest, other), 'hex'))
    await expect(asked('', swapped)).rejects.toThrow('was given for something else')
  })

  it('is not believed when it gives an old answer again', async () => {
    let first: Uint8Array | undefined
    const again: Post = async (_, query) => {
      first ??= authority.reply(query)
      return first
    }
    await asked('', again)
    await expect(asked('', again)).rejects.toThrow('answers another question than the one asked')
  })

  describe('whose token was forged', () => {
    let honest: Buffer
    let content: Buffer
    beforeAll(() => {
      honest = authority.token(digest)
      content = authority.content(honest)
    })
    /** The same at another time. */
    const timed = (at: string) =>
      Buffer.from(content.toString('latin1').replace(/\d{14}Z/, `${at.replace(/\D/g, '').slice(0, 14)}Z`), 'latin1')
    const longAgo = () => timed('1999-12-31T23:59:59Z')

    it('is taken when nothing was forged at all', async () => {
      const { length } = Object.keys(await checkToken(authority.forged(content), digest, trusted(authority.ca)))
      expect(length).toBe(2)
      const byKey = authority.forged(content, { words: ['-cades', '-keyid'] })
      expect(await checkToken(byKey, digest, trusted(authority.ca))).toMatchObject({
        signer: 'O=Clock House, CN=Stamps',
      })
    })

    it.each([
      ['rsa:2048', ['-keyopt', 'rsa_padding_mode:pss']],
      ['rsa:2048', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20', '-md', 'sha384']],
    ])('is taken with a signature by %s and %j', async (key, words) => {
      const made = await startAuthority({ key })
      try {
        const token = made.forged(timed(new Date().toISOString()), { words: ['-cades', ...words] })
        expect(await checkToken(token, digest, trusted(made.ca))).toHaveProperty('genTime')
        const changed = Buffer.from(token)
        changed[token.length - 10] = (changed[token.length - 10] ?? 0) ^ 1
        expect(await checkToken(changed, digest)).toHaveProperty('flaw')
      } finally {
        await made.stop()
      }
    })

    it.each<[string, () => Uint8Array, string]>([
      ['over another digest', () => authority.token(other), 'was given for something else'],
      ['garbage', () => Buffer.from('no token'), 'is not well-formed'],
      ['empty', () => Buffer.alloc(0), 'is not well-formed'],
      ['cut', () => honest.subarray(0, -1), 'is not well-formed'],
      ['longer', () => Buffer.concat([honest, Buffer.from([0])]), 'is not well-formed'],
      ['far too long', () => Buffer.alloc(70_000, 0x30), 'is not well-formed'],
      [
        'that says more than a stamp',
        () => authority.forged(Buffer.concat([content, Buffer.from([0])])),
        'is not well-formed',
      ],
      [
        'in a letter that is no stamp',
        () => authority.forged(content, { type: '1.2.840.113549.1.7.1' }),
        'is not well-formed',
      ],
      ['a signature over something else', () => authority.forged(Buffer.from('hello')), 'is not well-formed'],
      [
        'another time, under the old signature',
        () =>
          Buffer.from(
            honest.toString('latin1').replace(content.toString('latin1'), longAgo().toString('latin1')),
            'latin1',
          ),
        'was not signed with the key of the certificate in it',
      ],
      [
        'a time at which the certificate was not valid',
        () => authority.forged(longAgo()),
        'when the certificate in it was not valid',
      ],
      [
        'signed by a certificate for something else',
        () => authority.forged(content, { signers: ['ca'] }),
        'was signed with a certificate that was not made for time-stamping',
      ],
      [
        'without its certificate',
        () => authority.forged(content, { words: ['-cades', '-nocerts'] }),
        'comes without the certificate of who signed it',
      ],
      [
        'with the certificate of somebody else under its name',
        () => authority.forged(content, { words: ['-cades', '-nocerts', '-certfile', 'stranger.pem'] }),
        'was not signed with the key of the certificate in it',
      ],
      [
        'with another certificate of the same key',
        () => authority.forged(content, { words: ['-cades', '-nocerts', '-certfile', 'twin.pem'] }),
        'was not signed with the key of the certificate in it',
      ],
      [
        'that names no certificate',
        () => authority.forged(content, { words: [] }),
        'was not signed with the key of the certificate in it',
      ],
      [
        'with no signed attributes',
        () => authority.forged(content, { words: ['-noattr'] }),
        'was not signed with the key of the certificate in it',
      ],
      [
        'signed by two',
        () => authority.forged(content, { signers: ['tsa', 'ca'] }),
        'was not signed by exactly one authority',
      ],
    ])('%s', async (_, token, flaw) => {
      expect(await checkToken(token(), digest)).toEqual({ flaw: expect.stringContaining(flaw) })
    })

    it.each([
      ['1.3.6.1.5.5.7.3.8', 'critical,timeStamping,codeSigning'],
      ['not critical', 'timeStamping'],
    ])('by a certificate that may be taken for another (%s)', async (_, purpose) => {
      const made = await startAuthority({ purpose })
      try {
        expect(await checkToken(made.forged(content), digest)).toEqual({
          flaw: 'was signed with a certificate that was not made for time-stamping',
        })
      } finally {
        await made.stop()
      }
    })

    it('by an authority of the same name that nobody trusts', async () => {
      const made = await startAuthority()
      try {
        expect(await checkToken(made.token(digest), digest)).not.toHaveProperty('flaw')
        expect(await checkToken(made.token(digest), digest, trusted(authority.ca))).toEqual({
          flaw: 'was signed by nobody whom the given certificates stand for',
        })
      } finally {
        await made.stop()
      }
    })

    it('in any byte', async () => {
      const plain = authority.forged(content)
      const wrong: number[] = []
      for (let at = 0; at < plain.length; at += 7) {
        const changed = Buffer.from(plain)
        changed[at] = (changed[at] ?? 0) ^ 1
        const checked = await checkToken(changed, digest, trusted(authority.ca))
        if (!('flaw' in checked)) wrong.push(at)
      }
      // Versions, and lists of algorithms that nobody needs: all else is signed, or is the signature, or the certificate that it names.
      const parts = [content, new X509Certificate(authority.certificate).raw, plain.subarray(-60)]
      const places = parts.map((part) => [plain.indexOf(part), plain.indexOf(part) + part.length] as const)
      expect(wrong.filter((at) => places.some(([start, end]) => at >= start && at < end))).toEqual([])
      expect(wrong.length).toBeLessThan(plain.length / 7 / 10)
    })
  })
})
