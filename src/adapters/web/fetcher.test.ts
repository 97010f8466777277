import { type AddressInfo, createServer } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { certificateFor } from '../../../test/fixtures/certificate.ts'
import { type FakeClock, fakeClock } from '../../../test/fixtures/fake-clock.ts'
import { insideAddresses } from '../../../test/fixtures/inside-addresses.ts'
import {
  answers,
  bomb,
  breaksOff,
  claims,
  endless,
  floods,
  type Hosts,
  hangsUp,
  inTurn,
  leadsTo,
  openTestWeb,
  type Route,
  type TestWeb,
} from '../../../test/fixtures/test-web.ts'
import { readCapture } from '../../intake/readers.ts'
import type { Ask, Fetched, Fetcher } from '../../ports/fetcher.ts'
import { type FetcherOptions, openFetcher } from './fetcher.ts'

const page = '<title>Gate shut</title><p>The northern gate stays shut, the port office said.</p>'

interface Opened {
  readonly web: TestWeb
  readonly fetcher: Fetcher
  readonly clock: FakeClock
  get(address: string, ask?: Ask): ReturnType<Fetcher['fetch']>
}

const toClose: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const open of toClose.splice(0).reverse()) await open.close()
})

async function open(hosts: Hosts, options: FetcherOptions = {}, clock = fakeClock()): Promise<Opened> {
  const web = await openTestWeb(hosts)
  const fetcher = openFetcher({ allowPrivate: true, resolve: web.resolve, clock, ...options })
  toClose.push(web, fetcher)
  return { web, fetcher, clock, get: (address, ask) => fetcher.fetch(web.at(address), ask) }
}

/** One host with one route; what came of asking it. */
async function fetched(route: Route, options: FetcherOptions = {}) {
  const opened = await open({ 'courier.example': { '/gate': route } }, options)
  return { ...opened, answer: await opened.get('courier.example/gate') }
}

const textOf = (answer: object): string =>
  'bytes' in answer ? new TextDecoder().decode(answer.bytes as Uint8Array) : JSON.stringify(answer)

describe('a page', () => {
  it('is fetched with everything that is known of how it came', async () => {
    const { web, answer } = await fetched(page)
    const address = web.at('courier.example/gate')
    expect(textOf(answer)).toBe(page)
    expect(answer).toMatchObject({
      input: address,
      url: address,
      mediaType: 'text/html; charset=utf-8',
      retrieval: {
        asked: address,
        answered: address,
        hops: [address],
        status: 200,
        retrievedAt: '2025-03-12T09:00:00.000Z',
      },
    })
    const { responseHeaders } = (answer as Fetched).retrieval
    expect(responseHeaders[0]).toEqual(['content-type', 'text/html; charset=utf-8'])
  })

  it('is asked for in words that are all in the record, by a program that names itself, without a cookie', async () => {
    const { web, answer } = await fetched(page)
    const { rawHeaders = [], headers } = web.requests.at(-1) ?? {}
    const sent = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1]]] : []))
    expect((answer as Fetched).retrieval.requestHeaders).toEqual(sent)
    expect(headers).toMatchObject({
      'user-agent': expect.stringMatching(/^Headwater\/\d/),
      'accept-encoding': 'gzip, deflate, br',
    })
    expect(headers?.cookie).toBeUndefined()
  })

  it('is asked for without the part that only a browser looks at', async () => {
    const { web, get } = await open({ 'courier.example': { '/gate?p=1': page } })
    await get('courier.example/gate?p=1#comments')
    expect(web.pages).toEqual(['courier.example/gate?p=1'])
  })

  it('gives no cookie back, neither on the next hop nor on the next page', async () => {
    const { web, get } = await open({
      'courier.example': {
        '/gate': answers(302, { location: '/gate2', 'set-cookie': ['id=1; Path=/', 'b=2'] }),
        '/gate2': answers(200, { 'set-cookie': 'id=2; Path=/' }, page),
      },
    })
    await get('courier.example/gate')
    await get('courier.example/gate2')
    expect(web.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined, undefined])
  })

  it.each(['gzip', 'deflate', 'br'] as const)('packed with %s is the page itself', async (packing) => {
    const { gzipSync, deflateSync, brotliCompressSync } = await import('node:zlib')
    const packed = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[packing](page)
    const { answer } = await fetched(answers(200, { 'content-encoding': packing }, packed))
    expect(textOf(answer)).toBe(page)
  })

  it('in the wrong charset is read as what its letters are', async () => {
    const { answer } = await fetched(
      answers(
        200,
        { 'content-type': 'text/html; charset=iso-8859-1' },
        Buffer.from('<title>Café</title><p>The Café Zoë shut at noon, its owner said.</p>'),
      ),
    )
    const { documents } = await readCapture(answer as Fetched)
    expect(documents[0]).toMatchObject({ title: 'Café', text: expect.stringContaining('Zoë') })
  })

  it('over https is fetched when its certificate is believed, and refused when it is not', async () => {
    const { key, cert } = certificateFor(['courier.example', 'wire.example'])
    const web = await openTestWeb(
      { 'courier.example': { '/gate': page }, 'other.example': { '/gate': page } },
      { key, cert },
    )
    const believing = openFetcher({ allowPrivate: true, resolve: web.resolve, clock: fakeClock(), authorities: cert })
    const careful = openFetcher({ allowPrivate: true, resolve: web.resolve, clock: fakeClock() })
    toClose.push(web, believing, careful)
    expect(textOf(await believing.fetch(web.at('courier.example/gate')))).toBe(page)
    expect(await believing.fetch(web.at('other.example/gate'))).toMatchObject({
      code: 'unreachable',
      says: expect.stringContaining('ALTNAME'),
    })
    expect(await careful.fetch(web.at('courier.example/gate'))).toMatchObject({
      code: 'unreachable',
      says: expect.stringContaining('SELF_SIGNED'),
    })
  })
})

describe('a page that is known already', () => {
  const dated =
    (etag: string, modified: string): Route =>
    (request, response) => {
      const known = request.headers['if-none-match'] === etag || request.headers['if-modified-since'] === modified
      response
        .writeHead(known ? 304 : 200, { etag, 'last-modified': modified, 'content-type': 'text/html' })
        .end(known ? '' : page)
    }
  const monday = 'Mon, 10 Mar 2025 09:00:00 GMT'

  it.each([
    ['by its ETag', { etag: '"a1"' }],
    ['by its Last-Modified', { lastModified: monday }],
  ])('%s is not sent again', async (_, ask) => {
    const { get } = await open({ 'courier.example': { '/gate': dated('"a1"', monday) } })
    const answer = await get('courier.example/gate', ask)
    expect(answer).toMatchObject({ notModified: true, retrieval: { status: 304 } })
    expect('bytes' in answer).toBe(false)
  })

  it('is sent when it has changed', async () => {
    const { get } = await open({ 'courier.example': { '/gate': dated('"a2"', monday) } })
    expect(
      textOf(await get('courier.example/gate', { etag: '"a1"', lastModified: 'Sun, 09 Mar 2025 09:00:00 GMT' })),
    ).toBe(page)
  })

  it('is refused when the server says so of a page that nobody knew', async () => {
    const { answer } = await fetched(answers(304))
    expect(answer).toMatchObject({ code: 'http-error', says: expect.stringContaining('304') })
  })
})

describe('redirections', () => {
  it('are followed, and every hop is told', async () => {
    const { web, get } = await open({
      'courier.example': { '/a': leadsTo('/b', 301), '/b': leadsTo('//wire.example:PORT/c', 307) },
      'wire.example': {},
    })
    const port = new URL(web.at('wire.example/')).port
    const { get: again, web: other } = await open({
      'courier.example': {
        '/a': leadsTo('/b', 301),
        '/b': (_, response) => void response.writeHead(307, { location: other.at('wire.example/c') }).end(),
      },
      'wire.example': { '/c': page },
    })
    expect(port).toMatch(/^\d+$/)
    expect(await get('courier.example/a')).toMatchObject({ code: 'redirects' })
    expect(await again('courier.example/a')).toMatchObject({
      input: other.at('courier.example/a'),
      url: other.at('wire.example/c'),
      retrieval: {
        asked: other.at('courier.example/a'),
        answered: other.at('wire.example/c'),
        hops: [other.at('courier.example/a'), other.at('courier.example/b'), other.at('wire.example/c')],
      },
    })
  })

  it.each([
    ['in a circle', { '/gate': leadsTo('/b'), '/b': leadsTo('/gate') }, 'redirects', 'circle'],
    ['to itself', { '/gate': leadsTo('/gate#top') }, 'redirects', 'circle'],
    ['nowhere', { '/gate': answers(302) }, 'redirects', 'without saying where'],
    ['to what is no address', { '/gate': leadsTo('http://[') }, 'redirects', 'no address'],
    ['to a file', { '/gate': leadsTo('file:///etc/passwd') }, 'forbidden-address', 'only http and https'],
    ['to a script', { '/gate': leadsTo('javascript:alert(1)') }, 'forbidden-address', 'only http and https'],
    [
      'to the keys of a cloud machine',
      { '/gate': leadsTo('http://169.254.169.254/latest/') },
      'forbidden-address',
      'secrets',
    ],
    ['to a password', { '/gate': leadsTo('http://a:b@courier.example/') }, 'forbidden-address', 'password'],
    ['to a mail server', { '/gate': leadsTo('http://courier.example:25/') }, 'forbidden-address', 'port 25'],
  ])('%s are refused', async (_, routes: Record<string, Route>, code, says) => {
    const { get } = await open({ 'courier.example': routes })
    expect(await get('courier.example/gate')).toMatchObject({ code, says: expect.stringContaining(says) })
  })

  it('are followed ten times and no more', async () => {
    const chain = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`/${i}`, leadsTo(`/${i + 1}`)] as const))
    const { web, get } = await open({ 'courier.example': { ...chain, '/12': page } })
    expect(textOf(await get('courier.example/2'))).toBe(page)
    expect(await get('courier.example/1')).toMatchObject({
      code: 'redirects',
      says: expect.stringContaining('more than 10'),
    })
    expect(web.pages).toHaveLength(11 + 11)
  })

  it('into a private network are refused though the first address was public', async () => {
    const { nextAddress } = await import('./redirects.ts')
    const { objectionTo } = await import('./safe-address.ts')
    for (const target of ['http://127.0.0.1/', '//10.0.0.7/', 'http://[::1]/', 'https://localhost/admin']) {
      const next = nextAddress(new URL('http://courier.example/gate'), target)
      expect(next instanceof URL && objectionTo(next)).toEqual(expect.any(String))
    }
  })

  it('from https to http are refused, and the other way round followed', async () => {
    const { key, cert } = certificateFor(['courier.example'])
    const secure = await openTestWeb(
      { 'courier.example': { '/gate': leadsTo('http://courier.example/gate'), '/safe': page } },
      { key, cert },
    )
    const plain = await openTestWeb({ 'courier.example': { '/gate': leadsTo(secure.at('courier.example/safe')) } })
    const fetcher = openFetcher({ allowPrivate: true, resolve: plain.resolve, clock: fakeClock(), authorities: cert })
    toClose.push(secure, plain, fetcher)
    expect(await fetcher.fetch(secure.at('courier.example/gate'))).toMatchObject({
      code: 'redirects',
      says: expect.stringContaining('from https to http://courier.example/gate'),
    })
    expect(textOf(await fetcher.fetch(plain.at('courier.example/gate')))).toBe(page)
  })
})

describe('a server that is slow', () => {
  it('to answer is left after twenty seconds', async () => {
    const clock = fakeClock()
    const { get } = await open({ 'courier.example': { '/gate': () => clock.pass(20_000) } }, {}, clock)
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'timed-out',
      says: expect.stringContaining('20 seconds'),
    })
  })

  it('again and again is left alone for ten minutes', async () => {
    const clock = fakeClock()
    const slow: Route = () => clock.pass(20_000)
    const { web, get } = await open({ 'courier.example': { '/gate': inTurn(slow, slow, slow, page) } }, {}, clock)
    for (let i = 0; i < 3; i++) await get('courier.example/gate')
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'timed-out',
      says: expect.stringContaining('left alone'),
    })
    expect(web.pages).toHaveLength(3)
    clock.pass(599_000)
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'timed-out',
      says: expect.stringContaining('left alone'),
    })
    clock.pass(1000)
    expect(textOf(await get('courier.example/gate'))).toBe(page)
  })

  it('to send its page is left after two minutes, however lively it begins', async () => {
    const clock = fakeClock()
    const dawdles: Route = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>The gate stays', () => clock.pass(120_000))
    }
    const limits = { untilHeaders: 1_000_000 }
    const { get } = await open({ 'courier.example': { '/gate': dawdles } }, { limits }, clock)
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'timed-out',
      says: expect.stringContaining('120 seconds'),
    })
  })
})

describe('a server that sends too much', () => {
  const small = { limits: { received: 100_000 } }

  it.each(['gzip', 'deflate', 'raw deflate', 'br'] as const)('packed small with %s is refused', async (packing) => {
    const { answer } = await fetched(bomb(packing))
    expect(answer).toMatchObject({ code: 'too-large', says: expect.stringContaining('unpack to more than') })
  })

  it.each([
    ['a claim of 10 GB', claims(10_000_000_000), 'it says it has 10000000000 bytes'],
    ['a page without an end', endless('text/html', '<p>And another thing. '.repeat(100)), 'goes on and on'],
    [
      'a feed without an end',
      endless('application/rss+xml', '<item><title>More</title></item>'.repeat(100)),
      'goes on and on',
    ],
    ['header fields without an end', floods, 'header fields'],
  ])('%s is refused', async (_, route, says) => {
    const { answer } = await fetched(route, small)
    expect(answer).toMatchObject({ code: 'too-large', says: expect.stringContaining(says) })
  })

  it('packed in a way that nobody asked for is refused', async () => {
    for (const encoding of ['zstd', 'gzip, gzip', 'x-secret']) {
      const { answer } = await fetched(answers(200, { 'content-encoding': encoding }, page))
      expect(answer).toMatchObject({ code: 'unsupported', says: expect.stringContaining(encoding) })
    }
  })

  it('packed badly is refused', async () => {
    const { answer } = await fetched(answers(200, { 'content-encoding': 'gzip' }, page))
    expect(answer).toMatchObject({ code: 'malformed', says: expect.stringContaining('cannot be unpacked') })
  })
})

describe('a server that has no page to give', () => {
  it.each([
    [401, 'login'],
    [403, 'lets no program in'],
    [404, 'no such page'],
    [410, 'taken down'],
    [451, 'withheld by law'],
    [500, 'fault'],
    [204, 'no page in that'],
    [206, 'no page in that'],
  ])('and says %i is refused once, with what can be done', async (status, says) => {
    const { web, answer } = await fetched(answers(status))
    expect(answer).toEqual({
      input: web.at('courier.example/gate'),
      code: 'http-error',
      says: expect.stringMatching(new RegExp(`${status}: .*${says}`)),
    })
    expect(web.pages).toHaveLength(1)
  })

  it('for now is asked again, as late as it wants', async () => {
    const { clock, answer, web } = await fetched(
      inTurn(
        answers(429, { 'retry-after': '7' }),
        answers(503, { 'retry-after': 'Wed, 12 Mar 2025 09:00:27 GMT' }),
        answers(502),
        page,
      ),
    )
    expect(textOf(answer)).toBe(page)
    expect(web.pages).toHaveLength(4)
    expect(clock.slept).toEqual([7000, 20_000, 4000])
  })

  it('and wants us to wait too long is left at once', async () => {
    const { clock, answer, web } = await fetched(answers(429, { 'retry-after': '3600' }))
    expect(answer).toMatchObject({ code: 'http-error', says: expect.stringContaining('3600 seconds') })
    expect(web.pages).toHaveLength(1)
    expect(clock.slept).toEqual([])
  })

  it('for long is asked three times more, each time later', async () => {
    const { clock, answer, web } = await fetched(answers(503))
    expect(answer).toMatchObject({ code: 'http-error', says: expect.stringContaining('503') })
    expect(web.pages).toHaveLength(4)
    expect(clock.slept).toEqual([1000, 2000, 4000])
  })

  it.each([
    ['hangs up', hangsUp],
    ['breaks off in the middle', breaksOff],
  ])('and %s is asked again, and refused when it stays so', async (_, route) => {
    const { answer, web } = await fetched(route)
    expect(answer).toMatchObject({ code: 'unreachable' })
    expect(web.pages).toHaveLength(4)
    const { answer: second } = await fetched(inTurn(route, page))
    expect(textOf(second)).toBe(page)
  })

  it('and changes to another protocol that nobody asked for is refused', async () => {
    const { answer } = await fetched((request) => void request.socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
    expect(answer).toMatchObject({ code: 'malformed' })
  })

  it('and does not speak HTTP is refused', async () => {
    const { answer } = await fetched((request) => void request.socket.end('220 mail.courier.example ESMTP\r\n'))
    expect(answer).toMatchObject({ code: 'malformed' })
  })

  it('and is not there is refused', async () => {
    const { web, fetcher } = await open({})
    const gone = web.at('courier.example/gate')
    await web.close()
    expect(await fetcher.fetch(gone)).toMatchObject({
      code: 'unreachable',
      says: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it('and has no name is refused', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
    const { get } = await open({}, { resolve })
    expect(await get('nowhere.example/gate')).toMatchObject({
      code: 'unreachable',
      says: expect.stringContaining('no such host'),
    })
  })
})

describe('robots.txt', () => {
  const withRobots = (robots: Route, more: Readonly<Record<string, Route>> = {}): Hosts => ({
    'courier.example': { '/robots.txt': robots, '/gate': page, '/private/gate': page, ...more },
  })

  it('is asked for once for each host, before the first page', async () => {
    const { web, get } = await open(withRobots('User-agent: *\nDisallow: /private/'))
    await get('courier.example/gate')
    await get('courier.example/gate')
    expect(web.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/gate', '/gate'])
  })

  it('keeps us from what it withholds', async () => {
    const { web, get } = await open(withRobots('User-agent: *\nDisallow: /private/'))
    expect(await get('courier.example/private/gate')).toMatchObject({
      code: 'robots',
      says: expect.stringContaining('save the page'),
    })
    expect(web.pages).toEqual([])
  })

  it('of the host that a page leads to is kept to as well', async () => {
    const { web, get } = await open({
      'courier.example': {
        '/gate': (_, response) => void response.writeHead(302, { location: web.at('wire.example/gate') }).end(),
      },
      'wire.example': { '/robots.txt': 'User-agent: headwater\nDisallow: /', '/gate': page },
    })
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'robots',
      says: expect.stringContaining('wire.example'),
    })
    expect(web.pages).toEqual(['courier.example/gate'])
  })

  it.each([401, 403, 404, 410])('that is not there (%i) forbids nothing', async (status) => {
    const { get } = await open(withRobots(answers(status)))
    expect(textOf(await get('courier.example/gate'))).toBe(page)
  })

  it.each([500, 503, 429])(
    'that cannot be had (%i) forbids everything for now, and is asked for again later',
    async (status) => {
      const clock = fakeClock()
      const { web, get } = await open(
        withRobots(inTurn(...many(answers(status), status === 500 ? 1 : 4), 'User-agent: *\nAllow: /')),
        {},
        clock,
      )
      expect(await get('courier.example/gate')).toMatchObject({
        code: 'robots',
        says: expect.stringContaining(`answers ${status}`),
      })
      expect(await get('courier.example/gate')).toMatchObject({ code: 'robots' })
      expect(web.pages).toEqual([])
      clock.pass(600_000)
      expect(textOf(await get('courier.example/gate'))).toBe(page)
    },
  )

  it('is followed where it leads', async () => {
    const { get } = await open(
      withRobots(leadsTo('/rules/robots'), { '/rules/robots': answers(200, {}, 'User-agent: *\nDisallow: /gate') }),
    )
    expect(await get('courier.example/gate')).toMatchObject({ code: 'robots' })
  })

  it('that leads inside is not followed, and nothing is fetched', async () => {
    const { web, get } = await open(withRobots(leadsTo('http://169.254.169.254/')))
    expect(await get('courier.example/gate')).toMatchObject({ code: 'forbidden-address' })
    expect(web.pages).toEqual([])
  })

  it('that is too long counts up to where it is read', async () => {
    const filler = '# nothing to see\n'.repeat(40_000)
    const early = await open(withRobots(answers(200, {}, `User-agent: *\nDisallow: /gate\n${filler}`)))
    expect(await early.get('courier.example/gate')).toMatchObject({ code: 'robots' })
    const late = await open(withRobots(answers(200, {}, `User-agent: *\n${filler}Disallow: /gate\n`)))
    expect(textOf(await late.get('courier.example/gate'))).toBe(page)
    const never = await open(withRobots(endless('text/plain', '# more\n'.repeat(1000))))
    expect(textOf(await never.get('courier.example/gate'))).toBe(page)
  })

  it('asks for a longer pause and gets it, up to half a minute', async () => {
    const { clock, get } = await open(withRobots('User-agent: *\nCrawl-delay: 5'))
    await get('courier.example/gate')
    await get('courier.example/gate')
    expect(clock.slept).toEqual([5000])
    const greedy = await open(withRobots('User-agent: *\nCrawl-delay: 86400'))
    await greedy.get('courier.example/gate')
    await greedy.get('courier.example/gate')
    expect(greedy.clock.slept).toEqual([30_000])
  })
})

const many = (route: Route, times: number): readonly [Route, ...Route[]] => [
  route,
  ...Array.from({ length: times - 1 }, () => route),
]

describe('pace', () => {
  it('is one request to a host in a second, and hosts do not wait for each other', async () => {
    const { web, clock, get } = await open({
      'courier.example': { '/a': page, '/b': page, '/c': page },
      'wire.example': { '/a': page },
    })
    await Promise.all(
      ['courier.example/a', 'courier.example/b', 'wire.example/a', 'courier.example/c'].map((address) => get(address)),
    )
    expect(clock.slept).toEqual([1000, 1000])
    expect(web.pages.filter((path) => path.startsWith('courier'))).toEqual([
      'courier.example/a',
      'courier.example/b',
      'courier.example/c',
    ])
  })

  it('never has two requests to one host under way', async () => {
    let under = 0
    let most = 0
    const slow: Route = (_, response) => {
      most = Math.max(most, ++under)
      setTimeout(() => {
        under--
        response.end(page)
      }, 20)
    }
    const { get } = await open({ 'courier.example': { '/a': slow, '/b': slow } })
    await Promise.all(['/a', '/b', '/a', '/b'].map((path) => get(`courier.example${path}`)))
    expect(most).toBe(1)
  })
})

describe('a name that leads inside', () => {
  it('is refused before anything is sent there', async () => {
    const { web, get } = await open({ 'courier.example': { '/gate': page } }, { allowPrivate: false })
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'forbidden-address',
      says: expect.stringContaining('127.0.0.1'),
    })
    expect(web.connections()).toBe(0)
  })

  it('is refused even where another of its addresses is public', async () => {
    const resolve = async () => ['93.184.215.14', '::ffff:127.0.0.1']
    const { web, get } = await open({ 'courier.example': { '/gate': page } }, { allowPrivate: false, resolve })
    expect(await get('courier.example/gate')).toMatchObject({ code: 'forbidden-address' })
    expect(web.connections()).toBe(0)
  })

  it('is looked up once for each connection, so that no second answer can take the place of the checked one', async () => {
    let asked = 0
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['169.254.169.254'])
    const { web, get } = await open({ 'courier.example': { '/gate': page } }, { resolve })
    expect(textOf(await get('courier.example/gate'))).toBe(page)
    expect([asked, web.connections()]).toEqual([1, 1])
  })

  it('the second time it is looked up is refused the second time', async () => {
    let asked = 0
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['169.254.169.254'])
    const { get } = await open(
      { 'courier.example': { '/gate': answers(200, { connection: 'close' }, page) } },
      { resolve },
    )
    expect(textOf(await get('courier.example/gate'))).toBe(page)
    expect(await get('courier.example/gate')).toMatchObject({
      code: 'forbidden-address',
      says: expect.stringContaining('secrets'),
    })
  })
})

describe('whatever a server sends', () => {
  const heads = [
    'HTTP/1.1 200 OK',
    'HTTP/1.0 200',
    'HTTP/1.1 302 Found',
    'HTTP/1.1 99 ?',
    'HTTP/2 200 OK',
    'HTTP/1.1 103 Early',
    'HTTP/1.1 101 Switching',
    '\0\0',
    '',
  ]
  const fields = [
    'content-length: 5',
    'content-length: -5',
    'content-length: 99999999999999999999',
    'content-length: 5\r\ncontent-length: 7',
    'transfer-encoding: chunked',
    'transfer-encoding: chunked\r\ncontent-length: 3',
    'content-encoding: gzip',
    'content-encoding: br',
    'location: //[',
    'location: \u001b[31m',
    'location: /gate\u00e9',
    'retry-after: -1',
    'etag: \u0001',
    ': nothing',
    'no colon',
    'content-type: \u00ff\u00fe',
    'connection: close',
    'connection: upgrade\r\nupgrade: h2c',
  ]
  const bodies = [
    '',
    'hello',
    '5\r\nhello\r\n0\r\n\r\n',
    'ffffffffffffffff\r\n',
    '-1\r\n',
    '\u001f\u008b\u0008',
    'HTTP/1.1 200 OK\r\n\r\n',
  ]

  it('a fetch ends in a page or a refusal', async () => {
    let next = ''
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (asked) => {
        const rules = asked.toString('latin1').startsWith('GET /robots.txt')
        socket.end(
          rules ? 'HTTP/1.1 404 None\r\ncontent-length: 0\r\nconnection: close\r\n\r\n' : Buffer.from(next, 'latin1'),
        )
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = `http://courier.example:${(server.address() as AddressInfo).port}/gate`
    const response = fc
      .tuple(fc.constantFrom(...heads), fc.subarray(fields), fc.constantFrom(...bodies))
      .map(([head, some, body]) => `${[head, ...some].join('\r\n')}\r\n\r\n${body}`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(response, fc.string()), async (sent) => {
        next = sent
        const fetcher = openFetcher({ allowPrivate: true, resolve: async () => ['127.0.0.1'], clock: fakeClock() })
        const answer = await fetcher.fetch(address, { etag: '"a"' })
        await fetcher.close()
        expect('bytes' in answer || 'notModified' in answer || answer.says.length > 10).toBe(true)
      }),
      { numRuns: 150 },
    )
    await new Promise((done) => server.close(done))
  })
})

describe('wrong addresses', () => {
  it('that lead inside are all refused before a name is looked up or a connection made', async () => {
    const { web, fetcher } = await open({}, { allowPrivate: false, resolve: () => expect.unreachable('looked up') })
    for (const address of insideAddresses)
      expect([address, await fetcher.fetch(address)]).toEqual([
        address,
        { input: address, code: expect.stringMatching(/^(?:forbidden-address|malformed)$/), says: expect.any(String) },
      ])
    expect(web.connections()).toBe(0)
  })

  it.each([
    ['nonsense', 'malformed'],
    ['http://', 'malformed'],
    [`http://courier.example/${'a'.repeat(9000)}`, 'malformed'],
    ['file:///etc/passwd', 'forbidden-address'],
    ['http://127.0.0.1/', 'forbidden-address'],
    ['http://[::1]/', 'forbidden-address'],
    ['http://0x7f.1/', 'forbidden-address'],
  ])('%s is refused as %s', async (address, code) => {
    const fetcher = openFetcher({ clock: fakeClock() })
    toClose.push(fetcher)
    expect(await fetcher.fetch(address)).toMatchObject({ input: address, code })
  })
})

describe('stopping', () => {
  it('ends what is under way with an error, not a refusal', async () => {
    const stop = new AbortController()
    const { get } = await open({ 'courier.example': { '/gate': () => stop.abort(new Error('enough')) } })
    await expect(get('courier.example/gate', { signal: stop.signal })).rejects.toThrow('enough')
  })

  it('for good ends everything, and nothing is fetched afterwards', async () => {
    const { fetcher, get } = await open({ 'courier.example': { '/gate': () => void fetcher.close() } })
    await expect(get('courier.example/gate')).rejects.toThrow('closed')
    await expect(get('courier.example/gate')).rejects.toThrow('closed')
  })
})
