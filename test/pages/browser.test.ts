import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath } from '../browser/chromium.ts'
import { freePort } from '../fixtures/free-port.ts'
import { type Installed, installed } from '../fixtures/installed.ts'
import { blocksOf } from './blocks.ts'
import { openSession, type Session } from './session.ts'

/** docs/doors/browser.md: the extension of the package and the bookmark of the workbench, on a page that allows nothing and means harm. */

if (!chromiumPath) console.log('skipped: no Chromium found; set CHROMIUM_PATH to test what hands over pages')

const [serving, settings] = blocksOf('docs/doors/browser.md').map(({ text }) => text)

describe.skipIf(!chromiumPath)('from the browser', () => {
  let here: Installed
  let session: Session
  let context: BrowserContext
  let outlet: Server
  let base = ''
  let token = ''
  /** Of a site other than the workbench's, which is at 127.0.0.1. */
  let story = ''
  const asked: string[] = []

  beforeAll(async () => {
    here = installed()
    session = openSession(here, { '4126': await freePort(), 'pV3f…': /[0-9a-f]{48}/ })
    await session.play(serving ?? '')
    token = session.word('pV3f…')
    base = `http://127.0.0.1:${session.word('4126')}`
    outlet = createServer(({ url }, response) => {
      asked.push(url ?? '')
      response.writeHead(200, strict).end(hostile)
    })
    await new Promise<void>((listening) => outlet.listen(0, '127.0.0.1', listening))
    story = `http://localhost:${(outlet.address() as AddressInfo).port}/lock`
    const extension = join(here.package, 'packaging/extension')
    context = await chromium.launchPersistentContext(join(here.folder, 'profile'), {
      ...(chromiumPath ? { executablePath: chromiumPath } : {}),
      headless: false,
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    })
  }, 180_000)
  afterAll(async () => {
    await context?.close()
    await session?.close()
    outlet?.close()
    here?.remove()
  })

  async function ask(path: string): Promise<unknown> {
    return (
      await fetch(`${base}/api/v1/collections/desk${path}`, { headers: { authorization: `Bearer ${token}` } })
    ).json()
  }

  it('the extension hands in the page as it is shown, when its button is clicked', async () => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const page = await context.newPage()
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`)
    for (const line of settings?.split('\n') ?? []) {
      const [label = '', value = ''] = line.split(/ {2,}/)
      await page.getByLabel(label).fill(value.replace('http://127.0.0.1:4126', base).replace('pV3f…', token))
    }
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByText('Kept.').waitFor()

    await page.goto(`${story}#part`)
    await page.bringToFront()
    const badge = await worker.evaluate(async () => {
      const { action, tabs } = (globalThis as unknown as { readonly chrome: Chrome }).chrome
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true })
      action.onClicked.dispatch(tab)
      for (let tries = 0; tries < 100; tries++) {
        const text = await action.getBadgeText({ tabId: tab?.id })
        if (text === 'OK' || text === '!') return [text, await action.getTitle({ tabId: tab?.id })]
        await new Promise((rested) => setTimeout(rested, 100))
      }
      return []
    })
    expect(badge).toEqual(['OK', expect.stringContaining('Handed in')])
    await expect.poll(() => ask('/documents'), { timeout: 20_000 }).toMatchObject({ total: 1 })
    const { items } = (await ask('/documents')) as { readonly items: readonly { readonly id: string }[] }
    const { document } = (await ask(`/documents/${encodeURIComponent(items[0]?.id ?? '')}`)) as {
      readonly document: { readonly text: string; readonly url: string; readonly title: string }
    }
    expect(document).toMatchObject({ url: story, title: 'Lock gate stuck' })
    expect(document.text).toContain('about 40 barges were waiting outside the lock')
    expect(document.text).not.toMatch(/password|owned/)
    await page.close()
  }, 60_000)

  it('the bookmark brings the address of the page to the screen, and fetches nothing', async () => {
    const workbench = await context.newPage()
    await workbench.goto(`${base}/?token=${token}`)
    await workbench.goto(`${base}/collections/desk/add`)
    await workbench.getByText('From any page by a bookmark').click()
    const bookmark = await workbench.getByRole('textbox', { name: 'From any page by a bookmark' }).inputValue()
    expect(bookmark).toMatch(/^javascript:/)
    await workbench.close()

    const page = await context.newPage()
    await page.goto(story)
    asked.length = 0
    const came = context.waitForEvent('page')
    await followed(page, bookmark)
    const opened = await came
    await opened.waitForURL(/\/collections\/desk\/add\?address=/)
    const shown = opened.getByRole('textbox', { name: /address/i }).first()
    await expect.poll(() => shown.inputValue(), { timeout: 10_000 }).toBe(story)
    expect(asked).toEqual([])
    expect(await ask('/documents')).toMatchObject({ total: 1 })
    // The page that it was opened from has no hold on it.
    expect(await page.title()).toBe('Lock gate stuck')
  }, 60_000)
})

/** As a bookmark of the browser is followed: by the browser, on which the policy of the page has no hold. */
async function followed(page: Page, bookmark: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.navigate', { url: bookmark })
}

/** No script, no connection, no form, no frame; nobody who opened it has a hold on it. */
const strict = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

const hostile = `<!doctype html><html lang="en"><head><title>Lock gate stuck</title>
  <meta http-equiv="refresh" content="300;url=javascript:window.owned=1"><base href="https://evil.example/"></head>
  <body onload="document.title='owned'"><article><h1>Lock gate stuck</h1>
  <p>The harbour office said on Monday that about 40 barges were waiting outside the lock.</p>
  <p>The gate was built in 1931, the office said, and had been repaired twice since then.</p></article>
  <img src=x onerror="document.title='owned'"><form action="https://evil.example/"><input value="a password"></form>
  <script>document.title = 'owned'; document.documentElement.cloneNode = () => 'owned'</script></body></html>`

/** What is used here of an extension's own API. */
interface Chrome {
  readonly action: {
    readonly onClicked: { dispatch(tab: unknown): void }
    getBadgeText(of: { readonly tabId: number | undefined }): Promise<string>
    getTitle(of: { readonly tabId: number | undefined }): Promise<string>
  }
  readonly tabs: { query(which: object): Promise<readonly { readonly id?: number }[]> }
}
