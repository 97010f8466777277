import type { Json, LogLine } from '../../collection/log.ts'
import { type LineStamp, stampIn } from '../../collection/stamps.ts'
import type { Notary } from '../../ports/notary.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from './acting.ts'
import type { Progress } from './refresh.ts'

/** A line of the log that an authority stamped. */
export interface StampedLine extends LineStamp {
  /** `known`: it was stamped by this authority before, and nothing but stamps came since. */
  readonly status: 'stamped' | 'known'
}

/**
 * Has the last line of the log stamped, and so everything that was written so far: each line holds the digest of the one before it. The
 * stamp is a line of the log itself. Undefined where nothing was ever written.
 */
export async function stampHead(store: Store, notary: Notary, acting: Acting): Promise<StampedLine | undefined> {
  const last = await store.lastLine()
  if (!last) return undefined
  return (await covering(store, notary, last)) ?? (await stamped(store, notary, acting, last))
}

/** Has the line of every capture after a line of the log stamped for itself: each then has a time of its own, whatever came afterwards. */
export async function stampCaptures(
  store: Store,
  notary: Notary,
  acting: Acting,
  after: number,
  progress: Progress = () => undefined,
): Promise<readonly StampedLine[]> {
  const lines: LogLine[] = []
  for await (const line of store.log(after)) if (line.kind === 'capture') lines.push(line)
  const done: StampedLine[] = []
  // Each is kept as soon as it is there: what was asked for is not asked for again when the next one fails.
  for (const line of lines) {
    done.push(await stamped(store, notary, acting, line))
    progress(done.length, lines.length)
  }
  return done
}

/** Asks first and writes then: nobody has to wait for the network to write. */
async function stamped(
  store: Store,
  notary: Notary,
  acting: Acting,
  { number, digest }: LogLine,
): Promise<StampedLine> {
  const { token, genTime } = await notary.stamp(digest)
  const body: LineStamp = { line: number, digest, authority: notary.address, genTime, token }
  await store.write((writing) =>
    writing.addLine({ kind: 'timestamp', at: acting.now(), by: acting.by, body: body as unknown as Json }),
  )
  return { ...body, status: 'stamped' }
}

/** The stamp that covers all of the log already, when the last line is one by this authority and only stamps stand before it. */
async function covering(store: Store, { address }: Notary, last: LogLine): Promise<StampedLine | undefined> {
  const stamp = stampIn(last)
  if (stamp?.authority !== address) return undefined
  for await (const { kind } of store.log(stamp.line)) if (kind !== 'timestamp') return undefined
  return { ...stamp, status: 'known' }
}
