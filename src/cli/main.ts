#!/usr/bin/env node
import { readFile, rename, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { objection } from '../adapters/files/target.ts'
import { writeFolder, writePieces } from '../adapters/files/written.ts'
import { type World, WrongUsage } from './command.ts'
import { run } from './program.ts'

const { stdin, stdout, stderr, env } = process

/** A reader that closes the pipe early (`| head`) is no error. */
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))

if (![undefined, '', 'text', 'json'].includes(env.HEADWATER_LOG)) {
  stderr.write(`HEADWATER_LOG is text or json, not "${env.HEADWATER_LOG}"\n`)
  process.exit(2)
}
const log = env.HEADWATER_LOG === 'json' ? (await import('../adapters/telemetry/log.ts')).openLog(stderr) : undefined

const started = performance.now()
let told = started
let shown = false
let stopping: Promise<boolean> | undefined

const world: World = {
  print: (text) => void stdout.write(`${text}\n`),
  tell(text) {
    if (log) return log.line('info', text)
    stderr.write(shown ? `\r\u001b[K${text}\n` : `${text}\n`)
    shown = false
  },
  async write(path, text) {
    const draft = `${path}.part`
    await writeFile(draft, text)
    await rename(draft, path)
  },
  writePieces,
  writeFolder,
  objection,
  readFile: (path) => readFile(path),
  stdin,
  openCollection: async (place, create, silence) =>
    (await import('../app/collection/open.ts')).openCollection(place, { create, env, silence }),
  openPeople: async (place, create) => (await import('../app/team/open.ts')).openPeople(place, { create }),
  acting: { by: env.HEADWATER_USER ?? userNamed(), now: () => new Date().toISOString() },
  openTelemetry: async () => {
    const { openTelemetry } = await import('../adapters/telemetry/telemetry.ts')
    return openTelemetry(env, log).catch((error: Error) => {
      throw new WrongUsage(error.message)
    })
  },
  sleep: sleepUntilStopped,
  secret: (name) => env[name] || undefined,
  width: stdout.columns ?? 80,
  colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  progress(says) {
    const now = performance.now()
    if (log || !stderr.isTTY || now - started < 1000 || now - told < 500) return
    told = now
    shown = true
    stderr.write(`\r\u001b[K${says()}`)
  },
}

process.exitCode = await run(process.argv.slice(2), world)
if (shown) stderr.write('\r\u001b[K')

/** The account this runs under; some containers have none. */
function userNamed(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Ctrl+C and an orderly stop of a service end the waiting, not the work: what is under way is finished first. */
function sleepUntilStopped(milliseconds: number): Promise<boolean> {
  stopping ??= new Promise((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped(false))
  })
  let timer: NodeJS.Timeout | undefined
  const rested = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(true), milliseconds)
  })
  return Promise.race([stopping, rested]).finally(() => clearTimeout(timer))
}
