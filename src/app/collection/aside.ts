import type { LogKind } from '../../collection/log.ts'
import type { Looking, ReportVersion } from '../../ports/store.ts'
import { pipeline } from './acting.ts'

/** The versions of reports that this version of Headwater could not read, as the log has them. */
export interface Aside {
  has(report: ReportVersion): boolean
  /** Why, in one sentence; undefined where it was not. */
  why(report: ReportVersion): string | undefined
}

/** What the log says of a report that was set aside, or read after all. */
interface Line extends ReportVersion {
  readonly number: number
  readonly kind: LogKind
  readonly says: string
}

/** @param upTo the last line of the log that is taken into account */
export async function asideIn(store: Looking, upTo = Number.POSITIVE_INFINITY): Promise<Aside> {
  const aside = new Map<string, string>()
  for (const line of (await linesOf(store, 0)).sort((a, b) => a.number - b.number)) {
    if (line.number > upTo) break
    if (line.kind === 'set-aside') aside.set(versionName(line), line.says)
    else aside.delete(versionName(line))
  }
  return { has: (report) => aside.has(versionName(report)), why: (report) => aside.get(versionName(report)) }
}

/** The versions of reports that were set aside, or read after all, after one line of the log. */
export const movedAside = (store: Looking, after: number): Promise<readonly ReportVersion[]> => linesOf(store, after)

/** What tells one version of a report from all others. */
export const versionName = ({ id, version }: ReportVersion): string => `${version} ${id}`

/** Lines of this version of Headwater, each kind in the order of the log. */
async function linesOf(store: Looking, after: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const wanted of ['set-aside', 'read-after-all'] as const)
    for await (const { number, kind, body } of store.log(after, wanted)) {
      const { id, version, pipeline: by, says = '' } = body as unknown as Told
      if (by === pipeline) lines.push({ id, version, number, kind, says })
    }
  return lines
}

/** What such a line holds. */
interface Told extends ReportVersion {
  readonly pipeline: string
  /** Only why it was set aside. */
  readonly says?: string
}
