// How fast a collection opens and answers, beside SQLite's own index asked for the same words. `node scripts/bench-collection.mjs ask FILE`
// is the half that runs in a process of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)
export const script = fileURLToPath(import.meta.url)

/**
 * A collection of so many reports with what can be found of each: its text and its sentences. None is traced: that would take hours, and
 * leaves the same tables.
 */
export async function collectionOf(reports) {
  const { openSqlite } = await load('adapters/store/sqlite.js')
  const { openSqlStore } = await load('adapters/store/sql-store.js')
  const { addAll } = await load('app/collection/add.js')
  const folder = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
  const file = join(folder, 'collection.db')
  const store = await openSqlStore(await openSqlite(file))
  const acting = { by: 'bench', now: () => '2026-01-01T00:00:00.000Z' }
  const started = performance.now()
  for await (const _ of addAll(store, opened(reports), acting));
  const added = (performance.now() - started) / 1000
  let statements = 0
  const batch = []
  const flush = () =>
    store.write(async (writing) => {
      for (const { id, rows } of batch.splice(0)) await writing.keepFindable(id, id, rows)
    })
  for await (const { document } of store.documents()) {
    const rows = findables(document)
    statements += rows.length - 1
    batch.push({ id: document.id, rows })
    if (batch.length >= 500) await flush()
  }
  await flush()
  await store.close()
  return { file, added, statements, remove: () => rmSync(folder, { recursive: true }) }
}

async function* opened(reports) {
  const { readCapture } = await load('index.js')
  for (let from = 0; from < reports.length; from += 500) {
    const lines = reports.slice(from, from + 500).map((report) => JSON.stringify(report))
    const bytes = new TextEncoder().encode(lines.join('\n'))
    const capture = { input: `/bench/${from}.jsonl`, bytes, url: undefined, mediaType: undefined }
    yield { capture, read: () => readCapture(capture) }
  }
}

function findables({ id, text, publisher = null, published = null }) {
  const row = (kind, rowId, start, words) => ({
    kind,
    id: rowId,
    document: id,
    start,
    words,
    outlet: publisher,
    published,
    certainty: kind === 'statement' ? 'asserted' : null,
    sources: [],
    findings: [],
    figures: [...words.matchAll(/\d+/g)].slice(0, 2).map(([number]) => ({ low: Number(number), high: Number(number) })),
  })
  const sentences = [...text.matchAll(/[^.!?\n]{20,}[.!?]/g)]
  return [
    row('document', id, 0, text),
    ...sentences.map(({ 0: words, index }) => row('statement', `${id}#${index}`, index, words)),
  ]
}

/** What people look for: words of the reports, alone and together, a phrase, a beginning, filters. */
function questions(texts, termsOf) {
  const words = texts.flatMap((text) => text.match(/\p{Ll}{6,}/gu) ?? [])
  const at = (i) => words[(i * 7919) % words.length] ?? 'water'
  const question = (query, more = {}) => ({ terms: termsOf(query), kinds: [], limit: 20, skip: 0, ...more })
  return Array.from(
    { length: 200 },
    (_, i) =>
      [
        question(at(i)),
        question(`${at(i)} ${at(i + 1)}`),
        question(`${at(i).slice(0, 5)}*`),
        question(at(i), { kinds: ['statement'], atLeast: 100 }),
        question(`${at(i)} -${at(i + 2)}`, { from: '2025-01-01' }),
      ][i % 5],
  )
}

if (process.argv[2] === 'ask') {
  const { openSqlite } = await load('adapters/store/sqlite.js')
  const { openSqlStore } = await load('adapters/store/sql-store.js')
  const { termsOf } = await load('collection/search.js')
  const file = process.argv[3]
  const started = performance.now()
  const store = await openSqlStore(await openSqlite(file))
  await store.counts()
  const open = performance.now() - started
  const texts = []
  for await (const { document } of store.documents()) if (texts.push(document.text) >= 100) break
  const asked = questions(texts, termsOf)
  const times = []
  for (const question of asked) {
    const before = performance.now()
    await store.search(question)
    times.push(performance.now() - before)
  }
  await store.close()
  const bare = await openSqlite(file)
  const least = []
  for (const { terms } of asked) {
    const wanted = terms
      .filter(({ not }) => !not)
      .map(({ words, begins }) => `"${words.join(' ')}"${begins ? ' *' : ''}`)
    const before = performance.now()
    await bare.all(
      'select rowid from found_words where found_words match ? order by rank limit 20',
      wanted.join(' AND '),
    )
    least.push(performance.now() - before)
  }
  await bare.close()
  const p95 = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)]
  console.log(JSON.stringify({ open, p95: p95(times), bare: p95(least), peak: process.resourceUsage().maxRSS / 1024 }))
}
