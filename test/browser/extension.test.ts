import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer, token } from '../fixtures/test-server.ts'
import { chromiumPath } from './chromium.ts'

/** A script of the extension: it has no types. */
const script: string = '../../packaging/extension/inputs.js'
const { inputsOf } = (await import(script)) as { readonly inputsOf: (workbench: string) => string | undefined }

if (!chromiumPath) console.log('skipped: no Chromium found; set CHROMIUM_PATH to test the extension in a browser')

describe('the address of a workbench', () => {
  it.each([
    ['http://127.0.0.1:4126/collections/desk/claims?q=dam', 'http://127.0.0.1:4126/api/v1/collections/desk/inputs'],
    ['https://desk.example/collections/harbour', 'https://desk.example/api/v1/collections/harbour/inputs'],
    ['http://desk.example/collections/harbour', undefined],
    ['http://127.0.0.1:4126/', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('%j takes pages at %j', (workbench, inputs) => {
    expect(inputsOf(workbench)).toBe(inputs)
  })
})

describe.skipIf(!chromiumPath)('the extension', () => {
  const profile = mkdtempSync(join(tmpdir(), 'headwater-extension-'))
  let context: BrowserContext
  let server: TestServer
  let outlet: Server

  beforeAll(async () => {
    server = await openTestServer([])
    outlet = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
        `<!doctype html><html lang="en"><head><title>Lock gate stuck</title></head><body><article><h1>Lock gate stuck</h1>
         <p id="late"></p><p>The harbour office said on Monday that about 40 barges were waiting outside the lock.</p></article>
         <input value="a password"><script>late.textContent = 'The gate was built in 1931, the office said.'</script></body></html>`,
      ),
    )
    await new Promise<void>((listening) => outlet.listen(0, '127.0.0.1', listening))
    const extension = resolve('packaging/extension')
    context = await chromium.launchPersistentContext(profile, {
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
  }, 60_000)
  afterAll(async () => {
    await context?.close()
    await server?.close()
    outlet?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  it('hands in the page as it is shown, when its button is clicked', async () => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const settings = await context.newPage()
    await settings.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`)
    await settings.getByLabel('Address of the collection').fill(`${server.base}/collections/desk/claims`)
    await settings.getByLabel('Token').fill(token)
    await settings.getByRole('button', { name: 'Keep' }).click()
    await settings.getByText('Kept.').waitFor()
    await settings.close()

    const page = await context.newPage()
    const url = `http://127.0.0.1:${(outlet.address() as AddressInfo).port}/lock`
    await page.goto(`${url}#part`)
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

    const documents = async () =>
      ((await (await server.ask(`${server.api}/documents`)).json()) as { readonly items: readonly { id: string }[] })
        .items
    for (let tries = 0; (await documents()).length === 0 && tries < 100; tries++)
      await new Promise((rested) => setTimeout(rested, 100))
    const [row] = await documents()
    const { document } = (await (
      await server.ask(`${server.api}/documents/${encodeURIComponent(row?.id ?? '')}`)
    ).json()) as { readonly document: { readonly text: string; readonly url: string; readonly title: string } }
    expect(document.url).toBe(url)
    expect(document.title).toBe('Lock gate stuck')
    expect(document.text).toContain('The gate was built in 1931, the office said.')
    expect(document.text).not.toContain('password')
  }, 60_000)
})

/** What is used here of an extension's own API. */
interface Chrome {
  readonly action: {
    readonly onClicked: { dispatch(tab: unknown): void }
    getBadgeText(of: { readonly tabId: number | undefined }): Promise<string>
    getTitle(of: { readonly tabId: number | undefined }): Promise<string>
  }
  readonly tabs: { query(which: object): Promise<readonly { readonly id?: number }[]> }
}
