import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutOpenssl } from '../../../test/fixtures/timestamp-authority.ts'
import { certificatesIn } from './certificates.ts'
import { leadsUpTo } from './chain.ts'

if (withoutOpenssl) it.skip(`chains of certificates: ${withoutOpenssl}`, () => undefined)

describe.skipIf(withoutOpenssl)('a certificate leads up to one that is trusted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-chain-'))
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  const made = new Map<string, X509Certificate>()
  const get = (...names: readonly string[]) => names.flatMap((name) => made.get(name) ?? [])

  /** A certificate for the key of a name; what stands behind `@` tells it from another for the same. */
  function make(file: string, issuer: string, section: 'ca' | 'leaf', days = 365): void {
    const [name = file] = file.split('@')
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-config', 'x.cnf', '-out', 'x.csr')
    openssl(
      ...[
        'x509',
        '-req',
        '-in',
        'x.csr',
        '-days',
        `${days}`,
        '-extfile',
        'x.cnf',
        '-extensions',
        section,
        '-out',
        'x.pem',
      ],
      ...(issuer === name
        ? ['-signkey', `${name}.key`]
        : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer.split('@')[0]}.key`, '-CAcreateserial']),
    )
    writeFileSync(join(folder, `${file}.pem`), readFileSync(join(folder, 'x.pem')))
    made.set(file, new X509Certificate(readFileSync(join(folder, 'x.pem'))))
  }

  beforeAll(() => {
    writeFileSync(
      join(folder, 'x.cnf'),
      '[req]\ndistinguished_name=n\n[n]\n[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n[leaf]\nbasicConstraints=CA:FALSE\n',
    )
    for (const name of ['root', 'middle', 'leaf', 'under', 'left', 'right', 'lost', 'short', 'late'])
      openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`)
    make('root', 'root', 'ca')
    make('middle', 'root', 'ca')
    make('leaf', 'middle', 'leaf')
    make('under', 'leaf', 'leaf')
    make('left', 'left', 'ca')
    make('right', 'left', 'ca')
    make('left@right', 'right', 'ca')
    make('lost', 'left', 'leaf')
    make('short', 'root', 'ca', 30)
    make('late', 'short', 'leaf')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

  it.each<[boolean, string, string, readonly string[], readonly string[], number]>([
    [true, 'over one in between', 'leaf', ['middle'], ['root'], 1],
    [true, 'whatever else came along', 'leaf', ['lost', 'leaf', 'right', 'middle', 'root'], ['left', 'root'], 1],
    [true, 'to the one in between', 'leaf', [], ['middle'], 1],
    [true, 'to itself', 'leaf', [], ['leaf'], 1],
    [false, 'where the one in between is missing', 'leaf', [], ['root'], 1],
    [false, 'where another is trusted', 'leaf', ['middle', 'root'], ['left'], 1],
    [false, 'where nothing is trusted', 'leaf', ['middle', 'root'], [], 1],
    [false, 'where one on the way may not sign', 'under', ['leaf', 'middle'], ['root'], 1],
    [false, 'after it ran out', 'leaf', ['middle'], ['root'], 500],
    [false, 'before it began', 'leaf', ['middle'], ['root'], -500],
    [true, 'as long as all on the way are valid', 'late', ['short'], ['root'], 20],
    [false, 'once one on the way ran out', 'late', ['short'], ['root'], 60],
    [false, 'where two sign each other for ever', 'lost', ['left', 'right', 'left@right'], ['root'], 1],
  ])('%s: %s', (expected, _, leaf, between, trusted, days) => {
    const [certificate] = get(leaf)
    expect(certificate && leadsUpTo(certificate, get(...between), get(...trusted), inDays(days))).toBe(expected)
  })

  it('of a file with several, and other words around them', () => {
    const both = `the root:\n${made.get('root')}\nand the middle\n${made.get('middle')}`
    expect(certificatesIn(Buffer.from(both)).map(({ subject }) => subject)).toEqual(['CN=root', 'CN=middle'])
    expect(certificatesIn(Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'))).toEqual([])
    expect(certificatesIn(Buffer.from('-----BEGIN CERTIFICATE-----\n'.repeat(50_000)))).toEqual([])
  })
})
