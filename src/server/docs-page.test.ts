import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../../test/fixtures/test-server.ts'
import { docsPage } from './docs-page.ts'
import { kinds } from './problem.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer([])
})
afterAll(() => server.close())

describe('the page of the API', () => {
  it('tells of every operation and every problem, and every link in it leads somewhere', async () => {
    const answer = await server.ask('/api/v1/docs')
    const page = await answer.text()
    const { paths } = (await (await server.ask('/api/v1/openapi.json')).json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>
    }
    const names = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
    )
    expect(names.length).toBeGreaterThan(35)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...names, ...Object.values(kinds).map(({ name }) => name)]))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('needs no script and no style of its own, which its policy would forbid', async () => {
    const answer = await server.ask('/api/v1/docs')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await answer.text()).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
    expect((await server.ask('/api/v1/docs.css')).headers.get('content-type')).toMatch(/^text\/css/)
    expect((await fetch(`${server.base}/api/v1/docs`)).status).toBe(401)
  })

  it('has words as words', async () => {
    const info = { title: '', version: '<script>1</script>', description: '`<b>` & "so"' }
    const page = await docsPage({ openapi: '3.1.0', info, paths: {} })
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain('<code>&lt;b&gt;</code> &amp; &quot;so&quot;')
  })
})
