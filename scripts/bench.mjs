// npm run bench: how fast Headwater is beside the work nobody can spare. Builds first; `--json` prints the rows for a program;
// `--only reading,reuse` measures these; `--check` ends with 1 where something became slower than in the last release; `--record` keeps what was measured for this version;
// `--sizes 1000,10000` traces so many reports; `--kept 100000` keeps so many in a collection; `--worked 1000,10000` lets one grow so far and works with it; `--texts FILE.jsonl` reads these reports instead of the examples ({"text"} a line).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { collectionOf, script } from './bench-collection.mjs'
import { allowed, historyFile, record, recorded, regressions } from './bench-history.mjs'
import { newsLike } from './bench-news.mjs'
import { reportsLike } from './bench-reports.mjs'
import { workbenchFigures } from './bench-workbench.mjs'
import { script as growing } from './bench-worked.mjs'
import { run } from './run.mjs'

const json = process.argv.includes('--json')
/** How often work is measured; the quickest counts. */
const passes = 3
if (!process.argv.includes('--no-build')) run('scripts/build.mjs')
const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)
const { read, readCapture, openTracing } = await load('index.js')
const { findReuse } = await load('provenance/copying/reuse.js')
const { wordsOf } = await load('text/words.js')
const { shinglesOf } = await load('text/shingles.js')
const { default: winkNLP } = await import('wink-nlp')
const { default: model } = await import('wink-eng-lite-web-model')
const { default: compromise } = await import('compromise')
const { default: retextEnglish } = await import('retext-english')
const { unified } = await import('unified')
const { LshIndex, Minhash } = (await import('minhash')).default
const { Defuddle } = await import('defuddle/node')
const { Readability } = await import('@mozilla/readability')
const { parseHTML } = await import('linkedom')

const files = ['herring-quay', 'tank-seven'].flatMap((story) =>
  readdirSync(join('examples', story)).map((name) => join('examples', story, name)),
)
const capture = (input) => ({ input, bytes: readFileSync(input), url: undefined, mediaType: undefined })
const documentsOf = async (given) => (await readCapture(given)).documents
const examples = (await Promise.all(files.map((file) => documentsOf(capture(file))))).flat()
const parts = { reading, extraction, reuse, coldStart, growth, oneMore, kept, worked }
const only = process.argv.indexOf('--only')
const wanted = only > 0 ? process.argv[only + 1].split(',') : Object.keys(parts)
for (const name of wanted)
  if (!(name in parts)) throw new Error(`--only knows ${Object.keys(parts).join(', ')}, not ${name}`)
const rows = []
for (const name of wanted) rows.push(...(await parts[name]()))
const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`

if (json) console.log(JSON.stringify({ machine, rows }, undefined, 2))
else print()
if (process.argv.includes('--check')) check()
if (process.argv.includes('--record')) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  record({ version, date: new Date().toISOString().slice(0, 10), machine, rows })
}

/** What is slower than what was recorded last is an error. */
function check() {
  const last = recorded().at(-1)
  if (!last) throw new Error(`nothing was recorded yet in ${historyFile}; record a release with --record`)
  const found = regressions(last, rows)
  for (const says of found) console.error(`slower: ${says}`)
  if (found.length > 0) process.exitCode = 1
  else
    console.error(
      `nothing is more than ${Math.round((allowed - 1) * 100)} % slower than ${last.version} (${last.date})`,
    )
}

/** The whole reading of a text beside two programs that tag words, and no more. */
async function reading() {
  const english = unified().use(retextEnglish)
  const tagger = winkNLP(model, ['sbd', 'pos'])
  const dealt = await hands(passes + 1)
  const letters = dealt.flat().reduce((sum, { text }) => sum + text.length, 0) / dealt.length
  const others = {
    'wink-nlp': ({ text }) => tagger.readDoc(text).tokens().out(tagger.its.pos),
    compromise: ({ text }) => compromise(text),
    'retext-english': ({ text }) => english.parse(text),
  }
  const seconds = await sideBySide(
    ...[read, ...Object.values(others)].map((work) => (pass) => {
      for (const text of dealt[pass]) work(text)
    }),
  )
  const [own, ...taggers] = seconds.map((time) => letters / time / 1000)
  const goals = [1, 0.05, null]
  return Object.keys(others).map((name, i) =>
    row(
      `read a report, beside ${name === 'retext-english' ? 'the words' : 'the tags'} of ${name}`,
      own,
      'kB/s',
      taggers[i],
      taggers[i] / own,
      goals[i],
    ),
  )
}

/** Pages to text beside each of the two extractors that it asks. Other pages by `--pages FOLDER`. */
async function extraction() {
  const asked = process.argv.indexOf('--pages')
  const named =
    asked > 0 ? readdirSync(process.argv[asked + 1]).map((name) => join(process.argv[asked + 1], name)) : files
  const pages = named.filter((file) => /\.html?$/.test(file)).map(capture)
  const markup = pages.map(({ bytes }) => new TextDecoder().decode(bytes))
  const times = Math.ceil(100 / pages.length)
  const [own, readability, defuddle] = await sideBySide(
    async () => {
      for (let i = 0; i < times; i++) for (const page of pages) await readCapture(page)
    },
    () => {
      for (let i = 0; i < times; i++) for (const page of markup) new Readability(parseHTML(page).document).parse()
    },
    async () => {
      for (let i = 0; i < times; i++)
        for (const page of markup) await Defuddle(parseHTML(page).document, 'https://a.example/', { useAsync: false })
    },
  )
  const milliseconds = (seconds) => (1000 * seconds) / times / pages.length
  return [
    row(
      'extract a page, beside Readability',
      milliseconds(own),
      'ms',
      milliseconds(readability),
      own / readability,
      1.5,
    ),
    row('extract a page, beside Defuddle', milliseconds(own), 'ms', milliseconds(defuddle), own / defuddle, null),
  ]
}

/**
 * Finding what was copied beside the least that it can cost, hashing every five-word shingle once, and beside sketches of those by the
 * package `minhash`, which find which reports are alike, and none of the passages. Sizes by `--reuse 1000,10000`.
 */
async function reuse() {
  const asked = process.argv.indexOf('--reuse')
  const sizes = asked > 0 ? process.argv[asked + 1].split(',').map(Number) : [200, 800]
  const runs = []
  for (const size of sizes) {
    const documents = await reports(size)
    const shingles = () => documents.map(({ text, regions }) => shinglesOf(wordsOf(text, regions).keys, 5))
    const [own, least, sketched] = await sideBySide(
      () => findReuse(documents),
      () => {
        const seen = new Map()
        for (const list of shingles()) for (const shingle of list) seen.set(shingle, (seen.get(shingle) ?? 0) + 1)
      },
      () => {
        const index = new LshIndex()
        for (const [i, list] of shingles().entries()) {
          const sketch = new Minhash()
          for (const shingle of list) sketch.update(String(shingle))
          index.insert(String(i), sketch)
        }
      },
    )
    runs.push({ size, own, least, sketched })
  }
  const exponent = slope(...['size', 'own'].map((name) => runs.map((run) => Math.log(run[name]))))
  return [
    ...runs.flatMap(({ size, own, least, sketched }) => [
      row(
        `find reuse in ${size} reports, beside hashing every shingle`,
        1000 * own,
        'ms',
        1000 * least,
        own / least,
        5,
      ),
      row(`find reuse in ${size} reports, beside minhash`, 1000 * own, 'ms', 1000 * sketched, own / sketched, null),
    ]),
    row('growth of finding reuse', exponent, 'exponent', 1, exponent, 1.1, exponent),
  ]
}

/** The whole program from the shell, beside Node that does nothing. */
function coldStart() {
  const main = ['dist/bin/headwater.js', 'trace', '--json', '--quiet']
  const idle = wall(['-e', '0'])
  const reading = wall(['dist/bin/headwater.js', 'read', 'examples/tank-seven/2-radio-salgueiro.txt'])
  const text = wall([...main, 'examples/tank-seven/2-radio-salgueiro.txt'])
  const story = wall([...main, 'examples/tank-seven'])
  return [
    row('read one text from the shell', reading, 'ms', idle, reading / idle, 6),
    row('trace one text from the shell', text, 'ms', idle, text / idle, 30),
    row('trace the example tank-seven from the shell', story, 'ms', idle, story / idle, 50),
  ]
}

/** What more reports cost, time and memory: 1 is linear, 2 is every pair. Sizes by `--sizes`, each a mix of stories of about ten reports. */
function growth() {
  const asked = process.argv.indexOf('--sizes')
  const sizes = asked > 0 ? process.argv[asked + 1].split(',').map(Number) : [100, 300, 1000]
  const folder = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
  const traced = (size, threads) => {
    const file = join(folder, `${size}.jsonl`)
    writeFileSync(file, jsonl(size))
    return whole(['dist/bin/headwater.js', 'trace', '--json', '--quiet', '--threads', String(threads), file])
  }
  const runs = sizes.map((size) => traced(size, 1))
  const largest = sizes.at(-1)
  const [one, two] = [runs.at(-1), traced(largest, 2)]
  rmSync(folder, { recursive: true })
  const idle = whole(['-e', '0'])
  const logs = (numbers) => numbers.map(Math.log)
  const exponent = slope(logs(sizes), logs(runs.map(({ cost }) => cost)))
  const above = slope(logs(sizes), logs(runs.map(({ peak }) => peak)))
  return [
    ...sizes.map((size, i) => row(`trace ${size} reports`, runs[i].cost, 's of a processor', null, null, null)),
    row('growth of trace', exponent, 'exponent', 1, exponent, 1.15, exponent),
    ...sizes.map((size, i) =>
      row(`memory to trace ${size} reports`, runs[i].peak, 'MiB', idle.peak, runs[i].peak / idle.peak, null),
    ),
    row('growth of memory', above, 'exponent', 1, above, 1.15, above),
    row(`trace ${largest} reports on two processors`, two.clock, 's', one.clock, two.clock / one.clock, 0.6),
  ]
}

/** A collection that grows: what one report more takes, beside tracing it all. */
async function oneMore() {
  const documents = (await reports(300)).map((document, i) => ({ ...document, id: `r${i}` }))
  const tracing = openTracing()
  tracing.add(documents.slice(1))
  const all = await cost(() => tracing.report())
  const one = await cost(() => {
    tracing.add(documents.slice(0, 1))
    tracing.report()
  })
  return [row('one report more, in 300', 1000 * one, 'ms', 1000 * all, one / all, 0.1)]
}

/** A collection on disk: what adding, opening and asking it takes. */
async function kept() {
  const asked = process.argv.indexOf('--kept')
  const size = asked > 0 ? Number(process.argv[asked + 1]) : 5000
  const collection = await collectionOf(reportsLike(examples, size))
  const answers = () =>
    JSON.parse(spawnSync(process.execPath, [script, 'ask', collection.file], { encoding: 'utf8' }).stdout)
  const [first, second] = [answers(), answers()]
  collection.remove()
  const least = (name) => Math.min(first[name], second[name])
  const [open, p95, bare, peak] = ['open', 'p95', 'bare', 'peak'].map(least)
  const about = `${size} reports and ${collection.statements} statements`
  return [
    row(`keep ${size} reports`, collection.added, 's on the clock', null, null, null),
    row(`open ${about}`, open, 'ms', null, null, 1000, open),
    row(`search ${about}, p95, beside FTS5 alone`, p95, 'ms', bare, p95 / bare, 2),
    row(`memory to open and search them`, peak, 'MiB', null, null, 200, peak),
  ]
}

/** A collection of news that grows, and the workbench on it. Sizes by `--worked 1000,10000`; the last one is worked with. */
async function worked() {
  const asked = process.argv.indexOf('--worked')
  const sizes = asked > 0 ? process.argv[asked + 1].split(',').map(Number) : [100, 200, 400]
  const folder = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
  const [file, news] = ['collection.db', 'news.jsonl'].map((name) => join(folder, name))
  const all = newsLike(examples, sizes.at(-1))
  writeFileSync(news, all.map((report) => JSON.stringify(report)).join('\n'))
  const grown = spawnSync(process.execPath, [growing, file, news, sizes.join(',')], { encoding: 'utf8' })
  if (grown.status !== 0) throw new Error(grown.stderr)
  const figures = JSON.parse(grown.stdout)
  const { first, memory, routes, paint, screens } = await workbenchFigures(file)
  rmSync(folder, { recursive: true })
  const [least, last] = [figures[0], figures.at(-1)]
  const total = figures.map((_, i) => figures.slice(0, i + 1).reduce((sum, { seconds }) => sum + seconds, 0))
  const exponent = slope(sizes.map(Math.log), total.map(Math.log))
  const pace = last.size / total.at(-1)
  const slowest = (list) => list.reduce((most, one) => (one.p95 > most.p95 ? one : most))
  const [route, screen] = [slowest(routes), screens && slowest(screens)]
  const about = `${last.size} reports`
  return [
    row(`add and trace ${about}`, pace, 'reports/s', 60, 60 / pace, 1),
    row('growth of that', exponent, 'exponent', 1, exponent, 1.1, exponent),
    row('memory for that', last.peak, 'MiB', null, null, 1500, last.peak),
    row(
      `one report more of its own, in ${about}, longest`,
      last.single,
      'ms',
      least.single,
      last.single / least.single,
      150,
      last.single,
    ),
    row('first answer of the workbench after a start', first, 'ms', null, null, 1000, first),
    row(`slowest route, p95 (${route.name})`, route.p95, 'ms', null, null, 300, route.p95),
    ...(screen
      ? [
          row('first paint of the workbench, p95', paint.p95, 'ms', null, null, 1000, paint.p95),
          row(`slowest screen after a click, p95 (${screen.name})`, screen.p95, 'ms', null, null, 300, screen.p95),
        ]
      : []),
    row(`memory to serve ${about}`, memory.most, 'MiB', null, null, 1500, memory.most),
  ]
}

/** Seconds of processor time, seconds on the clock and the most memory, in MiB, of a program of its own. */
function whole(words) {
  const tell =
    'process.on("exit", () => { const { user, system } = process.cpuUsage(); ' +
    'process.stderr.write("\\ncost " + (user + system) + " peak " + process.resourceUsage().maxRSS) })'
  const started = performance.now()
  const { stderr } = spawn(['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...words])
  const clock = (performance.now() - started) / 1000
  const [, cost, peak] = /cost (\d+) peak (\d+)$/.exec(stderr) ?? []
  return { clock, cost: Number(cost) / 1e6, peak: Number(peak) / 1024 }
}

function reports(count) {
  const bytes = new TextEncoder().encode(jsonl(count))
  return documentsOf({ input: 'reports.jsonl', bytes, url: undefined, mediaType: undefined })
}

function jsonl(count) {
  return reportsLike(examples, count)
    .map((report) => JSON.stringify(report))
    .join('\n')
}

/**
 * The texts that the command line names, else reports like the examples, dealt out so that no text is read twice: a sentence met again is not
 * parsed again.
 */
async function hands(count) {
  const named = process.argv.indexOf('--texts')
  const texts = named > 0 ? await documentsOf(capture(process.argv[named + 1])) : await reports(200)
  return Array.from({ length: count }, (_, hand) => texts.filter((_, i) => i % count === hand))
}

function row(name, value, unit, beside, ratio, goal, judged = ratio) {
  const round = (number) => (number === null ? null : Number(number.toPrecision(3)))
  return {
    name,
    value: round(value),
    unit,
    beside: round(beside),
    ratio: round(ratio),
    goal,
    met: goal === null ? null : judged <= goal,
  }
}

/** Seconds of processor time of each work, the least of three, taken in turns so that a busy machine slows all. */
async function sideBySide(...works) {
  for (const work of works) await work(passes)
  const least = works.map(() => Number.POSITIVE_INFINITY)
  for (let pass = 0; pass < passes; pass++)
    for (const [i, work] of works.entries()) least[i] = Math.min(least[i], await cost(() => work(pass)))
  return least
}

async function cost(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Milliseconds on the clock, the least of five. */
function wall(words) {
  const taken = Array.from({ length: 5 }, () => {
    const started = performance.now()
    spawn(words)
    return performance.now() - started
  })
  return Math.min(...taken)
}

function spawn(words) {
  const done = spawnSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (done.status !== 0) throw new Error(`node ${words.join(' ')} ended with ${done.status}: ${done.stderr}`)
  return done
}

/** Of the straight line that fits best. */
function slope(xs, ys) {
  const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length
  const [x, y] = [mean(xs), mean(ys)]
  const across = xs.reduce((sum, at) => sum + (at - x) ** 2, 0)
  return xs.reduce((sum, at, i) => sum + (at - x) * (ys[i] - y), 0) / across
}

function print() {
  console.log(`${machine}\n`)
  const cells = rows.map(({ name, value, unit, beside, ratio, goal, met }) => [
    name,
    `${value} ${unit}`,
    beside === null ? '' : String(beside),
    ratio === null ? '' : `${ratio}x`,
    goal === null ? '' : `at most ${goal}${met ? '' : ', missed'}`,
  ])
  const table = [['what', 'Headwater', 'beside', 'ratio', 'goal'], ...cells]
  const widths = table[0].map((_, i) => Math.max(...table.map((line) => line[i].length)))
  for (const line of table)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
}
