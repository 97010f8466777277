import { spawn } from 'node:child_process'
import type { Messenger } from '../../ports/messenger.ts'

/** How long a command may take, in milliseconds. */
const longest = 60_000

/**
 * Runs a command of the user for every alert, in the shell, with the alert as JSON on its standard input and its kind and sentence in the
 * environment. Nothing of the alert, which holds words of strangers, ever stands in the command line.
 */
export function command(line: string): Messenger {
  return {
    to: `command ${line}`,
    send: (alert) =>
      new Promise((done) => {
        const child = spawn(line, {
          shell: true,
          stdio: ['pipe', 'ignore', 'ignore'],
          timeout: longest,
          killSignal: 'SIGKILL',
          env: {
            ...process.env,
            HEADWATER_ALERT_NUMBER: `${alert.number}`,
            HEADWATER_ALERT_KIND: alert.kind,
            HEADWATER_ALERT_ABOUT: plain(alert.about),
            HEADWATER_ALERT_SAYS: plain(alert.says),
          },
        })
        child.once('error', ({ message }) => done(`it could not be run: ${message}`))
        child.once('exit', (code, signal) =>
          done(code === 0 ? undefined : signal ? `it was ended by ${signal}` : `it ended with code ${code}`),
        )
        // A command need not read what it is given.
        child.stdin.on('error', () => undefined)
        child.stdin.end(`${JSON.stringify(alert)}\n`)
      }),
  }
}

/** The environment cannot hold the character NUL, and not much of anything else; all of it is on standard input. */
const plain = (text: string): string => text.replaceAll('\0', '').slice(0, 2_000)
