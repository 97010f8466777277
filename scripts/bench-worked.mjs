// A collection that people work with while it grows: news is added and traced, size by size, with a report on nothing else now and then.
// `node scripts/bench-worked.mjs FILE NEWS.jsonl SIZES` does it in a process of its own and prints what it took.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const script = fileURLToPath(import.meta.url)

/** How many reports are added one by one at every size. */
const singles = 12

async function grown(file, news, sizes) {
  const load = (path) => import(`${resolve('dist')}/${path}`)
  const { openCollection } = await load('app/collection/open.js')
  const { addAll } = await load('app/collection/add.js')
  const { refresh } = await load('app/collection/refresh.js')
  const { readCapture } = await load('index.js')
  const acting = { by: 'bench', now: () => '2026-01-01T00:00:00.000Z' }
  const store = await openCollection(file)
  const add = async (name, lines) => {
    const capture = { input: `/bench/${name}.jsonl`, bytes: new TextEncoder().encode(lines.join('\n')) }
    for await (const _ of addAll(store, one({ capture, read: () => readCapture(capture) }), acting));
  }
  const figures = []
  let done = 0
  for (const size of sizes) {
    const started = performance.now()
    for (; done < size; done += 100) await add(`n${done}`, news.slice(done, Math.min(done + 100, size)))
    await refresh(store, acting, { threads: { place: file } })
    const seconds = (performance.now() - started) / 1000
    done = size
    const times = []
    for (let i = 0; i < singles; i++) {
      await add(`single-${size}-${i}`, [single(size, i)])
      const before = performance.now()
      await refresh(store, acting)
      times.push(performance.now() - before)
    }
    figures.push({
      size,
      seconds,
      single: times.sort((a, b) => a - b).at(-1),
      peak: process.resourceUsage().maxRSS / 1024,
    })
  }
  await store.close()
  return figures
}

/** A short report that no other has to do with: what it takes is what finding that out takes, and reading it. */
const single = (size, i) =>
  JSON.stringify({
    id: `single-${size}-${i}`,
    title: `Keeper ${i} of the ${size} lamps retires`,
    text: `The lamplighter of wharf ${i} put out his ${size} lamps on Tuesday, his sister said.`,
    published: '2025-06-01',
  })

async function* one(opened) {
  yield opened
}

if (process.argv[1] === script) {
  const [file, news, sizes] = process.argv.slice(2)
  const lines = readFileSync(news, 'utf8').split('\n').filter(Boolean)
  console.log(JSON.stringify(await grown(file, lines, sizes.split(',').map(Number))))
}
