import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../fixtures/test-server.ts'
import { chromiumPath, openChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-attack-'))
let server: TestServer
let attacker: Server
let browser: Browser

beforeAll(async () => {
  if (!chromiumPath) return
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><title>Gate</title><style>h1 { color: rgb(1, 2, 3) }</style>
     <script>window.owned = 1; fetch('/api/v1/collections/desk').then(() => { window.owned = 2 })</script>
     <article><h1>Gate stuck</h1><p>The harbour office said on Monday that 40 barges were waiting.</p></article>
     <img src="/api/v1/collections/desk" onerror="window.owned = 3"><form action="/api/v1/collections/desk/follows" method="post"><button>x</button></form>
     <iframe src="/"></iframe>`,
  )
  server = await openTestServer([folder])
  const workbench = join(server.folder, 'workbench')
  mkdirSync(join(workbench, 'assets'), { recursive: true })
  writeFileSync(
    join(workbench, 'index.html'),
    '<!doctype html><title>start</title><script>window.inline = 1</script><script type="module" crossorigin src="/assets/main-1.js"></script>',
  )
  writeFileSync(
    join(workbench, 'assets', 'main-1.js'),
    "fetch('/api/v1/collections/desk').then((answer) => answer.json()).then(({ counts }) => { document.title = 'documents: ' + counts.documents })",
  )
  attacker = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>elsewhere</title>'),
  )
  await new Promise<void>((listening) => attacker.listen(0, '127.0.0.1', listening))
  browser = await openChromium()
}, 60_000)
afterAll(async () => {
  if (!chromiumPath) return
  await browser.close()
  await server.close()
  attacker.close()
  rmSync(folder, { recursive: true })
})

/** A browser whose user has opened the printed address. */
async function signedIn(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.address)
  return page
}

describe.skipIf(!chromiumPath)('a browser', () => {
  it('opens the printed address, keeps no token in it, and runs files of the workbench only', async () => {
    const page = await signedIn()
    await page.waitForFunction("document.title === 'documents: 1'")
    expect(page.url()).toBe(`${server.base}/`)
    expect(await page.evaluate('window.inline')).toBeUndefined()
    expect(await page.evaluate('document.cookie')).toBe('')
    await page.context().close()
  })

  it('shows a captured page with its style, and without its script', async () => {
    const page = await signedIn()
    await page.waitForFunction("document.title === 'documents: 1'")
    const answered: string[] = []
    page.on('response', (response) => answered.push(new URL(response.url()).pathname))
    await page.goto(`${server.base}/api/v1/collections/desk/captures/1/raw?show`)
    expect(await page.locator('h1').textContent()).toBe('Gate stuck')
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).color")).toBe('rgb(1, 2, 3)')
    await page.locator('button').click()
    expect(await page.evaluate('window.owned')).toBeUndefined()
    expect(answered).toEqual(['/api/v1/collections/desk/captures/1/raw'])
    expect(page.url()).toContain('/captures/1/raw?show')
    await page.context().close()
  })

  it('lets no page of another site read, write, embed or frame anything, though the user is signed in', async () => {
    const page = await signedIn()
    await page.goto(`http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`)
    const tried = await page.evaluate(attack(server.base))
    expect(tried).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
    await page.evaluate(unasked(server.base))
    await page.waitForTimeout(300)
    const frame = page.frames().find((one) => one !== page.mainFrame())
    expect(await frame?.evaluate('document.title').catch(() => 'refused')).not.toContain('documents')
    expect(await server.store.follows()).toEqual([])
    expect((await server.store.counts()).captures).toBe(1)
    await page.context().close()
  })
})

/** What a page may try against a server at another port: each is `refused`, or says what it got. */
const attack = (base: string): string => `(async () => {
  const fetched = (path, init) =>
    fetch('${base}' + path, { credentials: 'include', ...init }).then((answer) => answer.type + ' ' + answer.status, () => 'refused')
  const embedded = (name, path) =>
    new Promise((done) => {
      const element = document.createElement(name)
      element.onload = () => done('loaded')
      element.onerror = () => done('refused')
      element.src = '${base}' + path
      document.body.append(element)
    })
  const body = '{"address":"https://courier.example"}'
  return [
    await fetched('/api/v1/collections/desk', {}),
    await fetched('/api/v1/collections/desk/follows', { method: 'DELETE' }),
    await fetched('/api/v1/collections/desk/follows', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    await embedded('script', '/api/v1/collections/desk'),
    await embedded('img', '/api/v1/collections/desk/captures/1/raw'),
  ]
})()`

/** What browsers send without asking whether they may, and a frame. */
const unasked = (base: string): string => `(async () => {
  const send = (path, body) =>
    fetch('${base}' + path, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).catch(() => undefined)
  const form = new FormData()
  form.append('files', new File(['The mayor said 12 boats sank.'], 'a.txt'))
  await send('/api/v1/collections/desk/inputs', form)
  await send('/api/v1/collections/desk/follows', '{"address":"https://courier.example"}')
  const frame = document.createElement('iframe')
  frame.src = '${base}/'
  document.body.append(frame)
})()`
