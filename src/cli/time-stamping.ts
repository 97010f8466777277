import type { Acting } from '../app/collection/acting.ts'
import type { StampedLine } from '../app/collection/timestamp.ts'
import { clocksDiffer } from '../collection/stamps.ts'
import { WrongUsage } from './command.ts'

/** The address of an authority as it was given; undefined when none was. It is written down with every stamp, so that it may hold no password. */
export function authorityAddress(given: string | boolean | undefined): string | undefined {
  if (typeof given !== 'string') return undefined
  const address = URL.canParse(given) ? new URL(given) : undefined
  if (!address || !['http:', 'https:'].includes(address.protocol))
    throw new WrongUsage(`an authority for time-stamps has an address, http://… or https://…, which "${given}" is not`)
  if (address.username || address.password)
    throw new WrongUsage('the address of an authority is written into the log, and may hold no name and password')
  return address.href
}

/** Says so when the clock of this machine is off by minutes: what it writes is dated by it. */
export function clockWarning({ status, genTime }: StampedLine, acting: Acting): string | undefined {
  const minutes = Math.round((Date.parse(acting.now()) - Date.parse(genTime)) / 60_000)
  if (status === 'known' || Math.abs(minutes) * 60_000 < clocksDiffer) return undefined
  const way = minutes > 0 ? 'ahead of' : 'behind'
  return `warning: the clock of this machine is ${Math.abs(minutes)} minutes ${way} that of the authority; the log is dated by it`
}
