import { describe, expect, it } from 'vitest'
import { objectionTo, objectionToIp } from './safe-address.ts'

/** What a reader of the address would do with it; an address that cannot be read is refused, too. */
const objection = (address: string, allowPrivate?: boolean): string | undefined =>
  URL.canParse(address) ? objectionTo(new URL(address), allowPrivate) : 'no address'

describe('an address that leads inside is refused, however it is written:', () => {
  it.each([
    // Loopback
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.0.0.1:8080/',
    'http://127.1/',
    'http://127.0.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0X7F.0x0.0x0.0x1/',
    'http://017700000001/',
    'http://0177.0.0.01/',
    'http://0177.0x0.0.1/',
    'http://%31%32%37.0.0.1/',
    'http://127%2e0%2e0%2e1/',
    'http://１２７.０.０.１/',
    'http://０ｘ７ｆ.１/',
    'http://127。0。0。1/',
    'http://127．0．0．1/',
    'http://①②⑦.⓪.⓪.①/',
    'http:\\\\127.0.0.1\\',
    'http:/127.0.0.1/',
    'http:127.0.0.1',
    'http://\t127.0.0.1/',
    'http://a.example@127.0.0.1/',
    'https://127.0.0.1/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[0000::0001]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:7f00:0001::1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001:db8::5efe:7f00:1]/',
    'http://[2606:4700::5efe:7f00:1]/',
    'http://[2606:4700:0:0:200:5efe:7f00:1]/',
    // Nowhere, which is here on most systems
    'http://0.0.0.0/',
    'http://0/',
    'http://0.1.2.3/',
    'http://[::]/',
    // Private networks
    'http://10.0.0.7/',
    'http://10.1/',
    'http://012.0.0.7/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://3232235777/',
    'http://0xc0a80101/',
    'http://100.64.0.1/',
    'http://100.127.255.254/',
    'http://[fc00::1]/',
    'http://[fd12:3456:789a::1]/',
    'http://[fec0::1]/',
    'http://[::ffff:10.0.0.7]/',
    'http://[::ffff:c0a8:0101]/',
    'http://[64:ff9b::192.168.1.1]/',
    // Link-local, and where clouds keep keys
    'http://169.254.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fe80::1%25eth0]/',
    'http://[fe80::1%eth0]/',
    'http://168.63.129.16/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://metadata.google.internal/',
    'http://METADATA.google.internal./',
    'http://metadata.goog/',
    'http://metadata/',
    'http://instance-data.ec2.internal/',
    // Multicast, broadcast, reserved, documentation, benchmarking
    'http://224.0.0.1/',
    'http://239.255.255.250/',
    'http://[ff02::1]/',
    'http://255.255.255.255/',
    'http://240.0.0.1/',
    'http://192.0.2.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://198.18.0.1/',
    'http://192.88.99.1/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://[2001:2::1]/',
    'http://[100::1]/',
    'http://[5f00::1]/',
    'http://[4000::1]/',
    // Names
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://localhost../',
    'http://ⓛocalhost/',
    'http://ｌｏｃａｌｈｏｓｔ/',
    'http://a.localhost/',
    'http://localhost.localdomain/',
    'http://ip6-localhost/',
    'http://printer.local/',
    'http://wiki.corp/',
    'http://db.internal/',
    'http://router.home.arpa/',
    'http://nas.lan/',
    'http://intranet/',
    // Other doors
    'file:///etc/passwd',
    'ftp://courier.example/',
    'gopher://courier.example/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'http://user@courier.example/',
    'http://user:secret@courier.example/',
    'http://:secret@courier.example/',
    'http://courier.example:22/',
    'http://courier.example:25/',
    'http://courier.example:6667/',
    'http://courier.example:0/',
    'http://courier.example:99999/',
    'http:///',
    'http://.../',
  ])('%s', (address) => {
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
