// npm start: installs, builds, traces the bundled example and opens the answer.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { install, run } from './run.mjs'

const words = process.argv.slice(2)
const inputs = words.filter((word) => !word.startsWith('--'))
const dossier = resolve('.headwater', 'dossier.html')

install()
run('scripts/build.mjs')
mkdirSync('.headwater', { recursive: true })
const reports = inputs.length > 0 ? inputs : ['examples/tank-seven']
run('dist/bin/headwater.js', 'trace', ...reports)
run('dist/bin/headwater.js', 'trace', ...reports, '--html', dossier, '--quiet')
console.log(`\nThe dossier, one file that needs no network: ${dossier}`)
console.log('Your own reports: npm start -- FOLDER, or node dist/bin/headwater.js trace FOLDER --html FILE')
if (!words.includes('--no-open') && process.env.CI === undefined) open(dossier)

/** Opens a file as a double click would. A machine without a screen has the address above. */
function open(file) {
  const [command, ...before] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const opened = spawn(command, [...before, file], { stdio: 'ignore', detached: true })
  opened.on('error', () => console.log('No program here opens it by itself; open the file in a browser.'))
  opened.unref()
}
