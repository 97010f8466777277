import type { X509Certificate } from 'node:crypto'
import type { LogLine } from '../../collection/log.ts'
import { isLaterThanStamp, stampIn } from '../../collection/stamps.ts'

/** What checking the time-stamps of a log has shown. */
export interface StampsChecked {
  /** How many there are, good and bad. */
  readonly count: number
  /** The last line that a good stamp names, the chain being whole up to it: it and all before it were written at that time or earlier. */
  readonly covered: CheckedStamp | null
  /** Whether it was checked, by certificates that were given, who stands behind the stamps. */
  readonly authority: 'checked' | 'not checked'
  /** The good ones, in the order of the log. */
  readonly good: readonly CheckedStamp[]
}

/** A stamp that holds: what its token says, of which line. */
export interface CheckedStamp {
  readonly line: number
  readonly genTime: string
  readonly signer: string
}

/** Looks at the lines of a log one after another. */
export interface StampCheck {
  /**
   * What is wrong with the stamp in a line, in sentences.
   *
   * @param isWhole whether the chain holds from the first line to this one
   */
  flawsOf(line: LogLine, isWhole: boolean): Promise<readonly string[]>
  result(): StampsChecked
}

/** @param authorities certificates of which one has to stand above every stamp; any will do when none are given */
export function openStampCheck(authorities: readonly X509Certificate[] | undefined): StampCheck {
  const before = new Map<number, Pick<LogLine, 'digest' | 'at'>>()
  const good: CheckedStamp[] = []
  let count = 0
  let wholeTo = 0
  let covered: CheckedStamp | null = null

  return {
    async flawsOf(line, isWhole) {
      if (isWhole) wholeTo = line.number
      const checked = line.kind === 'timestamp' ? await checkedStamp(line, before, authorities) : undefined
      before.set(line.number, { digest: line.digest, at: line.at })
      if (!checked) return []
      count++
      if ('flaw' in checked) return [`the time-stamp in line ${line.number} of the log ${checked.flaw}`]
      good.push(checked)
      if (checked.line <= wholeTo && checked.line > (covered?.line ?? 0)) covered = checked
      return []
    },
    result: () => ({ count, covered, authority: authorities ? 'checked' : 'not checked', good }),
  }
}

async function checkedStamp(
  line: LogLine,
  before: ReadonlyMap<number, Pick<LogLine, 'digest' | 'at'>>,
  authorities: readonly X509Certificate[] | undefined,
): Promise<CheckedStamp | { readonly flaw: string }> {
  const stamp = stampIn(line)
  if (!stamp) return { flaw: 'is not well-formed' }
  const named = before.get(stamp.line)
  if (!named) return { flaw: `names line ${stamp.line}, which does not stand before it` }
  if (named.digest !== stamp.digest) return { flaw: `names line ${stamp.line}, which is not the one that was stamped` }
  const { checkToken } = await import('../../adapters/notary/token.ts')
  const checked = await checkToken(Buffer.from(stamp.token, 'base64'), named.digest, authorities ? { authorities } : {})
  if ('flaw' in checked) return { flaw: `over line ${stamp.line} ${checked.flaw}` }
  const { genTime, signer } = checked
  if (genTime !== stamp.genTime) return { flaw: `says ${stamp.genTime}, and its token ${genTime}` }
  if (isLaterThanStamp(named, genTime))
    return {
      flaw: `was given at ${genTime}, but line ${stamp.line} says that it was written later, at ${named.at}: the clock of that machine was wrong`,
    }
  return { line: stamp.line, genTime, signer }
}
