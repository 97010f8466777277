// npm start: installs, builds, tells in short what is in the bundled example and opens it in the workbench.
import { mkdirSync, rmSync } from 'node:fs'
import { install, run, tried } from './run.mjs'

const words = process.argv.slice(2)
const program = 'dist/bin/headwater.js'
const inputs = words.filter((word) => !word.startsWith('--'))

install()
console.log('Building …')
run('scripts/build.mjs')
mkdirSync('.headwater', { recursive: true })

// The example is begun anew each time; reports of one's own stay in a collection of their own.
const isOwn = inputs.length > 0
const reports = isOwn ? inputs : ['examples/tank-seven']
const collection = ['--collection', `.headwater/${isOwn ? 'own' : 'example'}.db`]
if (!isOwn) for (const left of ['', '-wal', '-shm']) rmSync(`.headwater/example.db${left}`, { force: true })

console.log(`Tracing ${reports.join(' ')} …`)
headwater('add', ...reports, ...collection)
console.log()
headwater('trace', '--brief', ...collection)
console.log(`The long answer: node ${program} trace ${isOwn ? collection.join(' ') : reports.join(' ')}`)
if (!isOwn) console.log('Your own reports: npm start -- FOLDER')
if (words.includes('--no-open') || process.env.CI !== undefined)
  console.log(`The workbench: node ${program} serve ${collection.join(' ')}`)
else {
  console.log('The workbench, until Ctrl+C:')
  run(program, 'serve', ...collection)
}

/** What was refused is told and the rest goes on; only what failed ends this. */
function headwater(...words) {
  const status = tried(program, ...words)
  if (status > 1) process.exit(status)
}
