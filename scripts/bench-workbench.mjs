// How fast the workbench answers on a large collection. `node scripts/bench-workbench.mjs FILE [DIST]` measures a collection that is there and prints
// every route and every screen; `npm run bench` makes one and takes the rows of `workbenchRows`.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const token = 'bench-token-of-a-machine'
/** How often each route is asked, and each screen shown. */
const [asked, shown] = [20, 6]

/** What a person who works with the collection in this file waits for, in milliseconds; memory in MiB. */
export async function workbenchFigures(file, dist = resolve('dist')) {
  const server = await served(file, dist)
  try {
    const paths = await pathsOf(server)
    const routes = []
    for (const [name, list] of Object.entries(paths)) {
      const times = []
      for (let i = 0; i < asked; i++) times.push(await server.timed(list[i % list.length]))
      routes.push({ name, p50: share(times, 0.5), p95: share(times, 0.95) })
    }
    const memory = server.memory()
    const screens = chromium === undefined ? undefined : await screensOf(server, paths)
    return { opened: server.opened, first: server.first, memory, routes, ...screens }
  } finally {
    server.end()
  }
}

/** The program itself, in a process of its own. */
async function served(file, dist) {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [`${dist}/cli/main.js`, 'serve', '--collection', file, '--no-open', '--token', token, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const address = await new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    child.stdout.once('data', (bytes) => found(String(bytes).trim()))
  })
  const opened = performance.now() - started
  const base = new URL(address).origin
  const collections = await fetch(`${base}/api/v1/collections`, { headers: { authorization: `Bearer ${token}` } })
  const [{ name }] = await collections.json()
  const inside = `/collections/${name}`
  const get = async (path) => {
    const answer = await fetch(`${base}/api/v1${inside}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`)
    return text
  }
  const timed = async (path) => {
    const before = performance.now()
    await get(path)
    return performance.now() - before
  }
  const first = await timed('/claims?limit=50')
  return {
    address,
    base,
    inside,
    opened,
    first,
    get: async (path) => JSON.parse(await get(path)),
    timed,
    memory: () => memoryOf(child.pid),
    end: () => child.kill('SIGKILL'),
  }
}

/** Resident now and at most, in MiB. */
function memoryOf(pid) {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  const [now, most] = ['VmRSS', 'VmHWM'].map(
    (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024,
  )
  return { now, most }
}

/** Every route that a screen asks, each with several places to ask it for. */
async function pathsOf({ get }) {
  const listed = (list) => (Array.isArray(list) ? list : list.items)
  const id = (path, key) => (one) => `${path}/${encodeURIComponent(one[key])}`
  const [claims, stories, documents, sources] = await Promise.all(
    ['/claims?limit=200', '/stories?limit=500', '/documents?limit=200', '/sources?limit=100'].map(async (path) =>
      listed(await get(path)),
    ),
  )
  const spread = (list, n = 10) => Array.from({ length: n }, (_, i) => list[Math.floor((i * list.length) / n)])
  const largest = [...stories].sort((a, b) => b.documents - a.documents)
  const [words] = [['harbour', 'gas', 'council', 'mayor', 'ship']]
  return {
    collection: [''],
    claims: ['/claims?limit=50', '/claims?limit=50&sort=origins', '/claims?limit=50&finding=drift'],
    'claims, words': words.map((word) => `/claims?limit=50&q=${word}`),
    'claims, of a story': spread(stories).map(({ id }) => `/claims?limit=50&story=${encodeURIComponent(id)}`),
    claim: spread(claims).map(id('/claims', 'key')),
    documents: ['/documents?limit=50', '/documents?limit=50&sort=title'],
    'documents, words': words.map((word) => `/documents?limit=50&q=${word}`),
    document: spread(documents).map(id('/documents', 'id')),
    stories: ['/stories?limit=50'],
    'story of 300': largest.slice(0, 2).map(id('/stories', 'id')),
    story: spread(stories).map(id('/stories', 'id')),
    sources: ['/sources?limit=50', '/sources?limit=50&q=son'],
    source: spread(sources).map(id('/sources', 'id')),
    suggestions: ['/suggestions?limit=50'],
    search: words.map((word) => `/search?q=${word}`),
    log: ['/log?limit=50'],
    decisions: ['/decisions?limit=50'],
    alerts: ['/alerts?limit=50'],
  }
}

const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))

/** The first paint in a new window, and each screen after a click, until nothing on it is waited for. */
async function screensOf({ address, base, inside }, paths) {
  const { chromium: browsers } = await import('playwright-core')
  const browser = await browsers.launch({
    executablePath: chromium,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const paints = []
    for (let i = 0; i < shown; i++) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(address)
      await page.waitForSelector('.claim-line:not(.head)')
      paints.push(await page.evaluate(() => performance.now()))
      await context.close()
    }
    const page = await browser.newPage()
    await page.goto(address)
    await page.waitForSelector('.claim-line:not(.head)')
    const idsOf = (name) => paths[name].map((path) => decodeURIComponent(path.split('/')[2]))
    const places = {
      claims: ['/claims', '/claims?sort=origins'],
      claim: idsOf('claim').map((id) => `/claims/${escaped(id)}`),
      reports: ['/reports'],
      reader: idsOf('document').map((id) => `/reports/${escaped(id)}`),
      stories: ['/stories'],
      'story of 300': idsOf('story of 300').map((id) => `/stories/${escaped(id)}`),
      story: idsOf('story').map((id) => `/stories/${escaped(id)}`),
      sources: ['/sources'],
      source: idsOf('source').map((id) => `/sources/${escaped(id)}`),
      search: ['/search?q=harbour', '/search?q=council'],
      review: ['/review'],
      alerts: ['/alerts'],
    }
    const screens = []
    for (const [name, list] of Object.entries(places)) {
      const times = []
      for (let i = 0; i < shown; i++) {
        // What was asked before is kept while the window lives: every showing is the first of its window.
        if (list.length <= i) await page.goto(`${base}${inside}/help`)
        times.push(await page.evaluate(shownAfterClick, `${inside}${list[i % list.length]}`))
        await page.evaluate(shownAfterClick, `${inside}/help`)
      }
      screens.push({ name, p50: share(times, 0.5), p95: share(times, 0.95) })
    }
    return { paint: { p50: share(paints, 0.5), p95: share(paints, 0.95) }, screens }
  } finally {
    await browser.close()
  }
}

/** Runs in the page: goes to a place as a link does, and waits until nothing is loading and two frames were drawn. */
function shownAfterClick(place) {
  const before = performance.now()
  history.pushState(null, '', place)
  dispatchEvent(new PopStateEvent('popstate'))
  return new Promise((done) => {
    const look = () => {
      if (document.querySelector('.loading, .renewing') || !document.querySelector('main h1'))
        return void requestAnimationFrame(look)
      requestAnimationFrame(() => done(performance.now() - before))
    }
    requestAnimationFrame(look)
  })
}

/** An id as the workbench writes it in an address. */
const escaped = (id) =>
  [...new TextEncoder().encode(id)]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return /[A-Za-z0-9_-]/.test(letter) ? letter : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { routes, screens = [], ...figures } = await workbenchFigures(resolve(process.argv[2]), process.argv[3])
  console.log(JSON.stringify(figures))
  for (const { name, p50, p95 } of [...routes, { name: '-- screens', p50: 0, p95: 0 }, ...screens])
    console.log(name.padEnd(22), p50.toFixed(1).padStart(9), p95.toFixed(1).padStart(9))
}
