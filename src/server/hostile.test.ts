import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileWords } from '../../test/fixtures/hostile.ts'
import { openTestServer, type TestServer } from '../../test/fixtures/test-server.ts'
import { formats } from '../export/formats.ts'
import { claimRow, pageOf, sourceRow } from './schemas.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'headwater-hostile-'))
const name = `x"><img src=x onerror=1>\r\nSet-Cookie: a=b.html`.replace(/[/\r\n]/g, ' ')

beforeAll(async () => {
  const page = `<!doctype html><title>${hostileWords}</title><script>window.owned=1</script><article><h1>Gate</h1><p>Mayor <b onclick="window.owned=1">Ana</b> &lt;script&gt;window.owned=1&lt;/script&gt; Ruiz said on Monday that 40 barges were waiting at the gate.</p></article>`
  writeFileSync(join(folder, name), page)
  const line = {
    id: '</script><script>window.owned=1</script>',
    title: hostileWords,
    publisher: hostileWords,
    byline: hostileWords,
    text: `"${hostileWords}," said Mayor <script>Ana</script> Ruiz. She said 41 barges were waiting at the gate on Monday. ${hostileWords}`,
  }
  writeFileSync(join(folder, 'lines.jsonl'), `${JSON.stringify(line)}\n`)
  server = await openTestServer([folder])
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('a body that would take long to read', () => {
  const sent = (path: string, body: string, type = 'application/json'): Promise<Response> =>
    server.ask(`${server.api}${path}`, { method: 'POST', headers: { 'content-type': type }, body })

  it.each([
    ['/inputs', '['.repeat(31 * 1024 * 1024)],
    ['/inputs', `{"addresses":[${'[],'.repeat(5_000_000)}1]}`],
    ['/views', '['.repeat(1_000_000)],
    ['/views', `{${'"a":1,'.repeat(100_000)}"a":1}`],
    ['/imports', '{"a":'.repeat(100_000)],
  ])('is refused before it is: to %s', async (path, body) => {
    const answer = await sent(path, body)
    expect(answer.status).toBe(413)
    expect(((await answer.json()) as { detail: string }).detail).toContain('10000 parts at most, nested 64 deep')
  })

  it.each(['/inputs', '/imports'])('is not read where it only begins like JSON: to %s', async (path) => {
    expect((await sent(path, '[1]', 'application/json-seq')).status).toBe(415)
  })

  it('is told of as a file where it could be one', async () => {
    const answer = await sent('/imports', JSON.stringify({ name: 'x', text: 'x'.repeat(2 * 1024 * 1024) }))
    expect(answer.status).toBe(413)
    expect(((await answer.json()) as { detail: string }).detail).toContain('Send it as a file')
  })

  it('is read where it is one long text', async () => {
    const html = `<p>${'The gate is closed, [said] "Ana". '.repeat(200_000)}</p>`
    const answer = await sent('/inputs', JSON.stringify({ page: { url: 'not an address', html } }))
    // It was read: what is wrong with it is the address.
    expect([answer.status, ((await answer.json()) as { input?: string }).input]).toEqual([400, 'page.url'])
  })
})

describe('an article that tries everything', () => {
  it('is data in every answer', async () => {
    const claims = (await server.json('/claims', pageOf(claimRow))).items.map(
      ({ key }) => `/claims/${encodeURIComponent(key)}`,
    )
    const sources = (await server.json('/sources', pageOf(sourceRow))).items.map(
      ({ id }) => `/sources/${encodeURIComponent(id)}`,
    )
    const id = encodeURIComponent('</script><script>window.owned=1</script>')
    expect(claims.length).toBeGreaterThan(0)
    for (const path of [
      '',
      '/documents',
      `/documents/${id}`,
      `/documents/${id}/versions/1`,
      '/captures/1',
      '/claims',
      ...claims,
      '/sources',
      ...sources,
      '/stories',
      `/stories/${id}`,
      '/search?q=script',
      '/suggestions',
      '/log',
      '/verify',
    ]) {
      const answer = await server.ask(`${server.api}${path}`)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('content-type')).toBe('application/json')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
      await answer.json()
    }
  })

  it('is no more than a page without script where it is shown as captured', async () => {
    for (const number of [1, 2]) {
      const kept = await server.ask(`${server.api}/captures/${number}/raw`)
      expect(kept.headers.get('content-type')).toBe('application/octet-stream')
      expect(kept.headers.get('content-disposition')).toMatch(/^attachment; filename="capture-\d(?:\.\w+)?"$/)
      const shown = await server.ask(`${server.api}/captures/${number}/raw?show`)
      const policy = shown.headers.get('content-security-policy') ?? ''
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining(['sandbox', "default-src 'none'", "style-src 'unsafe-inline'", 'img-src data:']),
      )
      expect(policy).not.toContain('allow-')
      expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await shown.text()).toContain('window.owned')
    }
  })

  it('is told of in problems as data, too', async () => {
    const answer = await server.ask(`${server.api}/documents/${encodeURIComponent(hostileWords)}`, {
      headers: { accept: 'text/html' },
    })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.text()).not.toContain('<script>')
  })

  it.each(formats.map(({ name }) => name))('is a file to keep as %s, not a page', async (format) => {
    const answer = await server.ask(`${server.api}/export/${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="headwater\.[\w.]+"$/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
  })
})
