import { type Option, type Options, WrongUsage } from './command.ts'

export const threadsOption = {
  flags: '--threads <n>',
  says: 'how many processors a large collection may use; all of them when not given',
} as const satisfies Option

/** How many threads were asked for; undefined where that was left open. */
export function threadsOf({ threads }: Options): number | undefined {
  if (threads === undefined) return undefined
  const count = Number(threads)
  if (!Number.isInteger(count) || count < 1)
    throw new WrongUsage(`--threads wants a whole number from 1 on, not "${threads}"`)
  return count
}
