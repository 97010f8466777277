import type { LookupAddress } from 'node:dns'
import { expect, it } from 'vitest'
import { checkedLookup, connectorOf, type Resolve } from './connector.ts'
import { Failed } from './failure.ts'

const lookUp = (resolve: Resolve, host: string, allowPrivate = false): Promise<readonly LookupAddress[]> =>
  new Promise((done, failed) =>
    checkedLookup(resolve, allowPrivate)(host, { all: true }, (error, found) =>
      error ? failed(error) : done(found as LookupAddress[]),
    ),
  )

it('gives the very addresses that were checked', async () => {
  const resolve = async () => ['93.184.215.14', '2606:4700:4700::1111']
  expect(await lookUp(resolve, 'courier.example')).toEqual([
    { address: '93.184.215.14', family: 4 },
    { address: '2606:4700:4700::1111', family: 6 },
  ])
})

it('believes no name twice: one that turns inside after its first answer is refused', async () => {
  let asked = 0
  const rebinding: Resolve = async () => [asked++ === 0 ? '93.184.215.14' : '127.0.0.1']
  expect(await lookUp(rebinding, 'turncoat.example')).toEqual([{ address: '93.184.215.14', family: 4 }])
  await expect(lookUp(rebinding, 'turncoat.example')).rejects.toBeInstanceOf(Failed)
})

it.each([
  ['127.0.0.1'],
  ['::1'],
  ['::ffff:10.0.0.7'],
  ['fe80::1%eth0'],
  ['169.254.169.254'],
  ['0.0.0.0'],
  ['not an address'],
])('refuses a name that leads to %s, alone or beside a public address', async (address) => {
  await expect(lookUp(async () => [address], 'courier.example')).rejects.toThrow('courier.example leads there')
  await expect(lookUp(async () => ['93.184.215.14', address], 'courier.example')).rejects.toThrow('leads there')
})

it('refuses a name without an address', async () => {
  await expect(lookUp(async () => [], 'courier.example')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254'])(
  'connects to no forbidden IP address, though one is never looked up: %s',
  async (hostname) => {
    const connect = connectorOf({
      resolve: () => expect.unreachable('looked up'),
      allowPrivate: false,
      authorities: undefined,
      timeout: 1000,
    })
    const came = await new Promise((done) =>
      connect({ hostname, protocol: 'http:', port: '80' }, (...[error]) => done(error)),
    )
    expect(came).toMatchObject({ failure: { code: 'forbidden-address' } })
  },
)
