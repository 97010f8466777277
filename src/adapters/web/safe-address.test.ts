import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insideAddresses } from '../../../test/fixtures/inside-addresses.ts'
import { objectionTo, objectionToIp } from './safe-address.ts'

/** What a reader of the address would do with it; an address that cannot be read is refused, too. */
const objection = (address: string, allowPrivate?: boolean): string | undefined =>
  URL.canParse(address) ? objectionTo(new URL(address), allowPrivate) : 'no address'

describe('an address that leads inside is refused, however it is written:', () => {
  it.each(insideAddresses)('%s', (address) => {
    expect(objection(address)).toEqual(expect.any(String))
  })
})

describe('a public address is fetched:', () => {
  it.each([
    'http://courier.example/',
    'https://courier.example:8443/gate?p=1',
    'http://courier.example./',
    'http://93.184.215.14/',
    'http://1572395790/',
    'http://8.8.8.8/',
    'http://172.15.0.1/',
    'http://172.32.0.1/',
    'http://100.128.0.1/',
    'http://192.167.1.1/',
    'http://169.253.1.1/',
    'http://[2606:4700:4700::1111]/',
    'http://[2a00:1450:4001:81b::200e]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::8.8.8.8]/',
    'http://localhost.courier.example/',
    'http://local.example/',
    'http://127.0.0.1.courier.example/',
    'http://bücher.example/',
    'http://xn--bcher-kva.example/',
  ])('%s', (address) => {
    expect(objection(address)).toBeUndefined()
  })
})

describe('where private addresses are allowed', () => {
  it.each([
    'http://127.0.0.1:8080/',
    'http://localhost/',
    'http://10.0.0.7/',
    'http://wiki.corp/',
    'http://intranet/',
    'http://[::1]/',
    'http://[fd12:3456:789a::1]/',
    'http://[::ffff:10.0.0.7]/',
  ])('%s is fetched', (address) => {
    expect(objection(address, true)).toBeUndefined()
  })

  it.each([
    'http://169.254.169.254/',
    'http://[fd00:ec2::254]/',
    'http://metadata.google.internal/',
    'http://168.63.129.16/',
    'http://0.0.0.0/',
    'http://224.0.0.1/',
    'http://[fe80::1]/',
    'http://user@localhost/',
    'http://localhost:22/',
    'file:///etc/passwd',
  ])('%s is still refused', (address) => {
    expect(objection(address, true)).toEqual(expect.any(String))
  })
})

it('names the remedy where there is one', () => {
  expect(objection('http://10.0.0.7/')).toBe(
    '10.0.0.7 (private) is in a private network; if you mean it, give --allow-private',
  )
})

it.each(['', 'localhost', '1.2.3', '1.2.3.4.5', 'fe80::1%eth0', '::ffff:127.0.0.1'])(
  'does not take %j for an IP address that may be connected to',
  (ip) => {
    expect(objectionToIp(ip)).toEqual(expect.any(String))
  },
)

it('judges an address by what it is, not by how it is written', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const tricky = fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 240, 255)
  fc.assert(
    fc.property(
      fc.oneof(tricky, byte),
      fc.oneof(fc.constantFrom(0, 16, 31, 64, 168, 254), byte),
      byte,
      byte,
      (a, b, c, d) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d
        const hex = (value: number): string => value.toString(16)
        const last = hex(c * 256 + d)
        const judged = objection(`http://${a}.${b}.${c}.${d}/`) !== undefined
        for (const host of [
          `${number}`,
          `0x${hex(number)}`,
          `0${number.toString(8)}`,
          `0x${hex(a)}.0${b.toString(8)}.${c * 256 + d}`,
          `${a}.${(b * 256 + c) * 256 + d}.`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
          `[::ffff:${hex(a * 256 + b)}:${last}]`,
          `[64:ff9b::${hex(a * 256 + b)}:${last}]`,
        ])
          expect([host, objection(`http://${host}/`) !== undefined]).toEqual([host, judged])
        for (const host of [`[::${a}.${b}.${c}.${d}]`, `[2002:${hex(a * 256 + b)}:${last}::1]`])
          expect([host, objection(`http://${host}/`)]).toEqual([host, expect.any(String)])
      },
    ),
  )
})
