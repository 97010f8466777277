import { existsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { delimiter, join } from 'node:path'
import { forDevelopment, handedOn, variables } from '../environment.ts'
import type { Check, Patient } from './doctor.ts'

/** The machine around the program: its memory, its settings, what opens a browser. */
export const surroundingsChecks = async ({ env }: Patient): Promise<readonly Check[]> => [
  memoryCheck(totalmem()),
  settingsCheck(env),
  proxyCheck(env),
  browserCheck(env),
]

/** A hundred thousand reports are traced in about 1.5 GB. Bytes. */
const enough = 2 * 1024 ** 3

/** @param bytes what the machine has */
export const memoryCheck = (bytes: number): Check => ({
  name: 'memory',
  says: `${(bytes / 1024 ** 3).toFixed(1)} GB`,
  ...(bytes >= enough
    ? { state: 'good' }
    : { state: 'missing', remedy: 'enough for some thousand reports; trace larger collections on another machine' }),
})

/** A variable of ours that is not one of ours is one that was mistyped. */
export function settingsCheck(env: Patient['env']): Check {
  const name = 'settings'
  const ours = Object.keys(env).filter((key) => key.startsWith('HEADWATER_') && !key.startsWith(handedOn))
  const unknown = ours.filter(
    (key) => !forDevelopment.includes(key) && variables.every((variable) => variable.name !== key),
  )
  if (unknown.length > 0)
    return {
      name,
      state: 'broken',
      says: `${unknown.join(', ')} ${unknown.length === 1 ? 'is set and means' : 'are set and mean'} nothing here`,
      remedy: `known are ${variables.map((variable) => variable.name).join(', ')}`,
    }
  return { name, state: 'good', says: ours.length > 0 ? `set: ${ours.join(', ')}` : 'none of the environment' }
}

function proxyCheck(env: Patient['env']): Check {
  const name = 'way to the web'
  const set = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY'].filter((key) => env[key])
  return set.length > 0
    ? {
        name,
        state: 'missing',
        says: `${set.join(', ')} is set, and pages are fetched without a proxy, for what it fetches cannot be checked`,
        remedy: 'where only the proxy gets out, save pages to files and add those',
      }
    : { name, state: 'good', says: 'pages are fetched directly; nothing was asked now' }
}

function browserCheck(env: Patient['env']): Check {
  const name = 'browser'
  if (process.platform !== 'linux') return { name, state: 'good', says: 'serve opens the one you use' }
  const found = (env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, 'xdg-open')))
  return found
    ? { name, state: 'good', says: 'serve opens the one you use, by xdg-open' }
    : {
        name,
        state: 'missing',
        says: 'nothing here opens a browser by itself (no xdg-open)',
        remedy: 'open the address that serve prints, here or through ssh -L',
      }
}
