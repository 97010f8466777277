import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, readCapture, trace } from '../../src/index.ts'
import { chromiumPath, openChromium } from './chromium.ts'

if (!chromiumPath) console.log('skipped: no Chromium found; set CHROMIUM_PATH to test the library in a browser')

const folder = 'examples/tank-seven'
const files = readdirSync(folder)
  .filter((name) => /\.(?:html|txt|md)$/.test(name))
  .map((input) => ({ input, text: readFileSync(`${folder}/${input}`, 'utf8') }))

/** Reads and traces what it is given; the same words are put into a page and into a worker. */
const program = `
  import { json, readCapture, trace } from './src/index.ts'
  export async function traced(files) {
    const captures = files.map(({ input, text }) => ({ input, bytes: new TextEncoder().encode(text), url: undefined, mediaType: undefined }))
    const read = await Promise.all(captures.map(readCapture))
    return json.write(trace(read.flatMap(({ documents }) => documents), read.flatMap(({ refusals }) => refusals)))
  }`

describe.skipIf(!chromiumPath)('the library without Node', () => {
  let browser: Browser
  const scripts = new Map<string, string>()
  let here = ''

  beforeAll(async () => {
    const contents = {
      page: `${program}\n globalThis.traced = traced`,
      worker: `${program}\n onmessage = async ({ data }) => postMessage(await traced(data))`,
    }
    for (const [name, words] of Object.entries(contents)) {
      const { outputFiles } = await build({
        stdin: { contents: words, resolveDir: resolve('.'), loader: 'js' },
        bundle: true,
        write: false,
        splitting: true,
        format: 'esm',
        platform: 'browser',
        outdir: `/${name}`,
        logLevel: 'error',
      })
      for (const { path, text } of outputFiles) scripts.set(path, text)
    }
    const read = await Promise.all(
      files.map(({ input, text }) =>
        readCapture({ input, bytes: new TextEncoder().encode(text), url: undefined, mediaType: undefined }),
      ),
    )
    here = await json.write(trace(read.flatMap(({ documents }) => documents)))
    browser = await openChromium()
  }, 120_000)
  afterAll(() => browser?.close())

  it.each([
    ['a page', '/page/stdin.js', (given: typeof files) => (globalThis as unknown as Page).traced(given)],
    ['a worker', undefined, inWorker],
  ] as const)(
    'gives in %s what it gives in Node, byte for byte',
    async (_, script, run) => {
      const page = await browser.newPage()
      const failures: string[] = []
      page.on('pageerror', (error) => failures.push(error.message))
      await page.route('http://library.example/**', (route) => {
        const path = new URL(route.request().url()).pathname
        const body =
          path === '/' ? `<!doctype html><script type="module" src="${script ?? ''}"></script>` : scripts.get(path)
        return body === undefined
          ? route.fulfill({ status: 404 })
          : route.fulfill({ body, contentType: path === '/' ? 'text/html' : 'text/javascript' })
      })
      await page.goto('http://library.example/')
      if (script) await page.waitForFunction('"traced" in globalThis')
      const there = await page.evaluate(run, files)
      expect(failures).toEqual([])
      expect(there).toBe(here)
      await page.close()
    },
    120_000,
  )
})

interface Page {
  traced(given: typeof files): Promise<string>
}

function inWorker(given: typeof files): Promise<string> {
  const { Worker } = globalThis as unknown as { readonly Worker: new (address: string, options: object) => Thread }
  const thread = new Worker('/worker/stdin.js', { type: 'module' })
  return new Promise((answered, failed) => {
    thread.onmessage = ({ data }) => answered(data)
    thread.onerror = ({ message }) => failed(new Error(message))
    thread.postMessage(given)
  })
}

interface Thread {
  onmessage: (event: { readonly data: string }) => void
  onerror: (event: { readonly message: string }) => void
  postMessage(data: unknown): void
}
