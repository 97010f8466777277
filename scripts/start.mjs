// npm start: installs, builds, traces the bundled example and opens it in the workbench.
import { mkdirSync, rmSync } from 'node:fs'
import { install, run, tried } from './run.mjs'

const words = process.argv.slice(2)
const inputs = words.filter((word) => !word.startsWith('--'))

install()
run('scripts/build.mjs')
mkdirSync('.headwater', { recursive: true })
const isOwn = inputs.length > 0
const reports = isOwn ? inputs : ['examples/tank-seven']
headwater('trace', ...reports)

// The example is begun anew each time; reports of one's own stay in a collection of their own.
const collection = ['--collection', `.headwater/${isOwn ? 'own' : 'example'}.db`]
if (!isOwn) for (const left of ['', '-wal', '-shm']) rmSync(`.headwater/example.db${left}`, { force: true })
headwater('add', ...reports, ...collection, '--quiet')
console.log('\nYour own reports: npm start -- FOLDER. One file to mail: headwater trace FOLDER --html FILE')
if (words.includes('--no-open') || process.env.CI !== undefined)
  console.log(`The workbench: node dist/bin/headwater.js serve ${collection.join(' ')}`)
else {
  console.log('The workbench, until Ctrl+C:')
  run('dist/bin/headwater.js', 'serve', ...collection)
}

/** What was refused is told and the rest goes on; only what failed ends this. */
function headwater(...words) {
  const status = tried('dist/bin/headwater.js', ...words)
  if (status > 1) process.exit(status)
}
