import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCollection } from '../src/app/collection/open.ts'
import { type Ran, ranWith } from './fixtures/world.ts'

/** The day of docs/collections.md, on a web of three invented outlets. */

let folder = ''
let server: Server
let origin = ''
let houses = 40
let clock = Date.UTC(2026, 1, 2, 9)

const stories: Readonly<Record<string, () => string>> = {
  courier: () =>
    `Flood water destroyed ${houses} houses in Mayo on Monday, Mayo fire brigade said. The lower town was empty.`,
  radio: () =>
    'Forty houses in Mayo were destroyed by flood water on Monday, the brigade said. Nobody was hurt in the streets.',
  valley: () =>
    'On Monday flood water destroyed 40 houses in Mayo, according to Mayo fire brigade. Schools stay closed.',
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-day-'))
  server = createServer((request, response) => {
    const [, outlet = '', page] = (request.url ?? '').split('/')
    const story = stories[outlet]
    if (!story || page === undefined) response.writeHead(404).end()
    else if (page === 'feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(outlet))
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(outlet, story()))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const feedOf = (outlet: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${outlet}</title><item><title>Flood in Mayo</title>
   <link>${origin}/${outlet}/flood</link><guid>${outlet}-1</guid><pubDate>Mon, 02 Feb 2026 08:00:00 GMT</pubDate>
   <description>Flood water in Mayo…</description></item></channel></rss>`

const pageOf = (outlet: string, text: string): string =>
  `<html lang="en"><head><title>Flood in Mayo</title><meta property="og:site_name" content="${outlet}"></head>
   <body><article><h1>Flood in Mayo</h1><p>${text}</p></article></body></html>`

/** A command line of the document, with the outlets on this machine and the collection in a folder of its own. */
function ran(line: string): Promise<Ran> {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare)
  const here = words
    .slice(2)
    .map((word) => word.replace(/^https:\/\/(\w+)\.example\//, `${origin}/$1/`))
    .map((word) => (/\.(?:db|zip)$/.test(word) ? join(folder, word) : word))
  return ranWith(here[0] === 'watch' ? [...here, '--allow-private'] : here, {
    openCollection: (place, create) => openCollection(place ?? join(folder, 'not-asked.db'), { create }),
    acting: { by: 'ana', now: () => new Date(clock).toISOString() },
  })
}

it('goes as the document tells', async () => {
  const text = readFileSync('docs/collections.md', 'utf8')
  const day = text.slice(text.indexOf('## A day'), text.indexOf('## What is in it'))
  const lines = [...day.matchAll(/^\$ (headwater .*)$/gm)].map(([, line = '']) => line)
  expect(lines).toHaveLength(12)
  const done: Ran[] = []
  for (const line of lines) {
    const last = await ran(`$ ${line}`)
    expect([line, last.code, last.told]).toEqual([line, 0, expect.any(String)])
    done.push(last)
    if (line.includes('trace --collection mayo.db') && !line.includes('--why')) {
      // The afternoon.
      houses = 400
      clock += 4 * 3_600_000
    }
  }
  const [followed, morning, looked, alerts, why, search, preview, decided, , listed, , verified] = done
  expect(followed?.told.match(/1 new, 0 in a new version/g)).toHaveLength(3)
  expect(morning?.printed).toMatch(/3 reports/)
  expect(looked?.told).toMatch(/0 new, 1 in a new version/)
  expect(alerts?.printed).toMatch(/edited: Flood in Mayo[\s\S]*figure “40” became “400”/)
  expect(why?.printed).toMatch(/fire brigade/)
  expect(search?.printed).toMatch(/houses/)
  expect(preview?.printed).toMatch(/independent →|no count would move/)
  expect(decided?.printed).toMatch(/^d\d+ kept$/)
  expect(listed?.lines).toHaveLength(2)
  expect(verified?.printed).toMatch(/everything is as it was written/)
  const names = Object.keys(unzipSync(readFileSync(join(folder, 'mayo.zip'))))
  expect(names).toEqual(expect.arrayContaining(['dossier.html', 'log.jsonl', 'README.txt', 'digests.sha256']))
}, 120_000)
