import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer, token } from '../../test/fixtures/test-server.ts'
import { isPlainToken } from './access.ts'
import { newToken } from './new-token.ts'

let server: TestServer
const own = () => ({ host: `127.0.0.1:${server.port}`, authorization: `Bearer ${token}` })
const at = '/api/v1/collections/desk'

beforeAll(async () => {
  server = await openTestServer([])
  const workbench = join(server.folder, 'workbench')
  mkdirSync(join(workbench, 'assets'), { recursive: true })
  writeFileSync(join(server.folder, 'secret.txt'), 'secret')
  writeFileSync(join(workbench, 'index.html'), '<!doctype html><title>Workbench</title>')
  writeFileSync(join(workbench, 'assets', 'main-1a2b.js'), 'start()')
  writeFileSync(join(workbench, '.hidden.txt'), 'secret')
  symlinkSync(join(server.folder, 'secret.txt'), join(workbench, 'assets', 'way-out.txt'))
})
afterAll(() => server.close())

describe('who may ask', () => {
  it.each([
    ['the name of the machine', () => ({ host: 'attacker.example' }), 403],
    ['the right name with another port', () => ({ host: '127.0.0.1:1' }), 403],
    ['the right name without a port', () => ({ host: '127.0.0.1' }), 403],
    ['a name that begins like the right one', () => ({ host: `127.0.0.1.attacker.example:${server.port}` }), 403],
    ['the other names of this machine', () => ({ host: `LOCALHOST:${server.port}` }), 200],
    ['its name in IPv6', () => ({ host: `[::1]:${server.port}` }), 200],
    ['a page of another site', () => ({ origin: 'https://attacker.example' }), 403],
    ['a page of another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a page without an origin', () => ({ origin: 'null' }), 403],
    ['a page over TLS', () => ({ origin: `https://127.0.0.1:${server.port}` }), 403],
    [
      'an extension that has the token',
      () => ({ origin: 'chrome-extension://abcdefgh', 'sec-fetch-site': 'cross-site' }),
      200,
    ],
    ['an extension in Firefox', () => ({ origin: 'moz-extension://0b1c2d3e' }), 200],
    ['what only looks like one', () => ({ origin: 'https://chrome-extension.example' }), 403],
    [
      'an extension with a wrong token',
      () => ({ origin: 'chrome-extension://abcdefgh', authorization: 'Bearer no' }),
      401,
    ],
    [
      'an extension with the cookie alone',
      () => ({ origin: 'chrome-extension://abcdefgh', authorization: '', cookie: `headwater-${server.port}=${token}` }),
      403,
    ],
    ['a page of its own', () => ({ origin: `http://127.0.0.1:${server.port}` }), 200],
    ['what another site embeds', () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }), 403],
    ['what a page of another port embeds', () => ({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }), 403],
    ['a page of its own, as browsers say', () => ({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }), 200],
    ['no token', () => ({ authorization: '' }), 401],
    ['a wrong token', () => ({ authorization: `Bearer ${token}x` }), 401],
    ['the token as another kind', () => ({ authorization: `Basic ${token}` }), 401],
    ['a cookie of another port', () => ({ authorization: '', cookie: `headwater-1=${token}` }), 401],
    ['a wrong cookie', () => ({ authorization: '', cookie: `headwater-${server.port}=no` }), 401],
    [
      'its cookie among others',
      () => ({ authorization: '', cookie: `a=b; headwater-${server.port}=${token}; c` }),
      200,
    ],
    [
      'a wrong token beside the cookie',
      () => ({ authorization: 'Bearer no', cookie: `headwater-${server.port}=${token}` }),
      401,
    ],
  ] as const)('%s', async (_, headers, status) => {
    const answer = await server.raw(at, { ...own(), ...headers() })
    expect(answer.status).toBe(status)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each(['POST', 'DELETE', 'OPTIONS', 'PUT'])('%s from a page of another site changes nothing', async (method) => {
    const answer = await server.raw(`${at}/follows`, { ...own(), origin: 'https://attacker.example' }, method)
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('is signed in by the address that was printed, once, and the token leaves the address', async () => {
    expect(server.address).toBe(`http://127.0.0.1:${server.port}/?token=${token}`)
    const opened = await fetch(server.address, { redirect: 'manual' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/')
    const cookie = opened.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Strict/)
    const page = await server.raw('/', { host: `127.0.0.1:${server.port}`, cookie: cookie.split(';')[0] ?? '' })
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Workbench') })
  })

  it('gives whoever comes the pages, which hold nothing, and tells them what to do', async () => {
    const page = await server.raw('/', { host: `127.0.0.1:${server.port}`, accept: 'text/html' })
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Workbench') })
    const answer = await server.raw(at, { host: `127.0.0.1:${server.port}` })
    expect(answer.status).toBe(401)
    expect(answer.body).toContain('Open the address that the server printed')
    const wrong = await server.raw('/?token=guess', { host: `127.0.0.1:${server.port}` })
    expect(wrong).toMatchObject({ status: 401 })
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  it('has a token that nobody guesses', () => {
    expect(Buffer.from(newToken(), 'base64url').length).toBe(32)
    expect(newToken()).not.toBe(newToken())
    expect(isPlainToken(newToken())).toBe(true)
    for (const token of ['short', 'with spaces in it…', 'a;Path=/;Domain=example', ''])
      expect(isPlainToken(token)).toBe(false)
  })
})

describe('the pages of the workbench', () => {
  it.each([
    ['/', 'Workbench'],
    ['/claims/a1%230-55', 'Workbench'],
    ['/claims/a1%23', 'Workbench'],
    ['/assets/main-1a2b.js', 'start()'],
  ])('%s is there', async (path, words) => {
    const answer = await server.raw(path, own())
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining(words) })
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers['content-security-policy']).not.toContain('unsafe')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/..\\..\\secret.txt',
    '/%252e%252e/secret.txt',
    '//etc/passwd.txt',
    '/assets/way-out.txt',
    '/.hidden.txt',
    '/secret.txt%00.html',
    '/assets/',
    '/assets/%',
    '/no-such-file.js',
    'http://attacker.example/secret.txt',
  ])('%s gives no file from elsewhere', async (path) => {
    const answer = await server.raw(path, own())
    expect(answer.body).not.toContain('secret\n')
    expect(answer.body).not.toBe('secret')
    expect([400, 403, 404]).toContain(answer.status === 200 && answer.body.includes('Workbench') ? 404 : answer.status)
  })

  it('take a name with a dot for a place of theirs where a browser opens it', async () => {
    const opened = { ...own(), accept: 'text/html,application/xhtml+xml' }
    expect(await server.raw('/reports/courier.example', opened)).toMatchObject({
      status: 200,
      body: expect.stringContaining('Workbench'),
    })
    expect((await server.raw('/reports/courier.example', own())).status).toBe(404)
    expect((await server.raw('/assets/gone-9f.js', opened)).status).toBe(404)
  })

  it('are kept by browsers where their name changes with them, and asked for again otherwise', async () => {
    expect((await server.raw('/assets/main-1a2b.js', own())).headers['cache-control']).toContain('immutable')
    expect((await server.raw('/', own())).headers['cache-control']).toBe('no-cache')
    expect((await server.raw(at, own())).headers['cache-control']).toBe('no-store')
  })

  it('say so where they are not built', async () => {
    const bare = await openTestServer([])
    const answer = await bare.ask('/')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('The workbench is not built')
    await bare.close()
  })

  it('are only read', async () => {
    expect((await server.ask('/', { method: 'POST' })).status).toBe(405)
    expect((await server.ask('/', { method: 'HEAD' })).status).toBe(200)
    expect((await server.ask('/api/v1/nothing')).status).toBe(404)
    expect((await server.ask('/api/v2/collection')).status).toBe(404)
  })
})
