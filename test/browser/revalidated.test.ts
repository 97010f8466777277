import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer, token } from '../fixtures/test-server.ts'
import { chromiumPath, openChromium } from './chromium.ts'

/** What a real browser makes of `If-None-Match`: a browser has a cache of its own between a page and the server. */

if (!chromiumPath)
  console.log('skipped: no Chromium found; set CHROMIUM_PATH to test conditional requests in a browser')

describe.skipIf(!chromiumPath)('answers that did not change, in a browser', () => {
  let browser: Browser
  let server: TestServer

  beforeAll(async () => {
    server = await openTestServer(['examples/tank-seven'], { workbench: resolve('dist/workbench') })
    browser = await openChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** A page of the server with its cookie, and what it is answered from now on. */
  async function opened(): Promise<{ readonly page: Page; readonly answered: Response[] }> {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${server.base}/?token=${token}`)
    await page.goto(`${server.base}/collections/desk/reports`)
    await page.getByText('Iberia Wire').first().waitFor()
    const answered: Response[] = []
    page.on('response', (answer) => answered.push(answer))
    return { page, answered }
  }
  const statusesOf = (answered: readonly Response[], path: string): readonly number[] =>
    answered.filter((answer) => new URL(answer.url()).pathname.endsWith(path)).map((answer) => answer.status())

  it('are given to the client by what it holds', async () => {
    const { page, answered } = await opened()
    const { outputFiles } = await build({
      entryPoints: ['src/client/client.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'headwater',
    })
    const asked = await page.evaluate(
      `(async () => { ${outputFiles[0]?.text}
        const client = headwater.openClient({ base: location.origin })
        const ask = () => client.get('/collections/{collection}/sources', { collection: 'desk', limit: 3 })
        const [first, again] = [await ask(), await ask()]
        return [first.items.length, JSON.stringify(first) === JSON.stringify(again)]
      })()`,
    )
    expect(asked).toEqual([3, true])
    expect(statusesOf(answered, '/sources')).toEqual([200, 304])
    await page.context().close()
  }, 60_000)

  it('stay on the screens of the workbench, and what did change comes', async () => {
    const { page, answered } = await opened()
    const title = 'Bridges closed in Kelda'
    const text = 'The mayor of Kelda said on Tuesday that 3 bridges over the Orrin were closed because of the flood.'
    const posted = await server.post('/inputs', {
      text: { text, title, publisher: 'Kelda Courier', published: '2026-02-03' },
    })
    expect(posted.status).toBe(202)
    await page.getByText(title).first().waitFor()
    await page.getByText('Iberia Wire').first().waitFor()
    expect(statusesOf(answered, '/documents')).toContain(200)
    const same = answered.filter((answer) => answer.status() === 304)
    expect(same.map((answer) => new URL(answer.url()).pathname)).toContain('/api/v1/me')
    for (const answer of same) expect(await answer.request().headerValue('if-none-match')).toMatch(/^"[0-9a-f]{40}"$/)
    await page.context().close()
  }, 60_000)
})
