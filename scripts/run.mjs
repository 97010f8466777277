// What the scripts share: they start with nothing installed, so nothing but Node itself is imported here.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

/** Runs a script of this package with this Node; ends the process where it fails. */
export function run(script, ...words) {
  const status = tried(script, ...words)
  if (status !== 0) process.exit(status)
}

/** Runs a script of this package with this Node; gives its exit code. */
export function tried(script, ...words) {
  return spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' }).status ?? 1
}

/** Installs what package-lock.json names, unless just that is installed already. */
export function install() {
  if (isInstalled()) return
  console.log(
    'Installing dependencies (npm ci): one to two minutes the first time, and npm is silent until it is done ...',
  )
  const npm = process.env.npm_execpath
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status === 0) return
  console.error(`npm ci failed${error ? `: ${error.message}` : ''}. Check the network, then try again.`)
  process.exit(3)
}

/** npm keeps a copy of the lockfile of what it installed; every package in ours must stand there with the same version. */
function isInstalled() {
  const installed = 'node_modules/.package-lock.json'
  if (!existsSync(installed)) return false
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const [wanted, held] = [packagesOf('package-lock.json'), packagesOf(installed)]
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || held[path]?.version === version,
  )
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Headwater needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`)
  process.exit(2)
}
