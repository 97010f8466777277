import type { LogKind } from '../../collection/log.ts'
import type { Looking, ReportVersion } from '../../ports/store.ts'
import { pipeline } from './acting.ts'

/** The versions of reports that this version of Headwater could not read, as the log has them. */
export interface Aside {
  has(report: ReportVersion): boolean
}

/** What the log says of a report that was set aside, or read after all. */
interface Line extends ReportVersion {
  readonly pipeline: string
}

/** @param upTo the last line of the log that is taken into account */
export async function asideIn(store: Looking, upTo = Number.POSITIVE_INFINITY): Promise<Aside> {
  const lines: (Line & { readonly number: number; readonly kind: LogKind })[] = []
  for (const wanted of ['set-aside', 'read-after-all'] as const)
    for await (const { number, kind, body } of store.log(0, wanted)) {
      const line = body as unknown as Line
      if (number <= upTo && line.pipeline === pipeline) lines.push({ ...line, number, kind })
    }
  const aside = new Set<string>()
  for (const line of lines.sort((a, b) => a.number - b.number))
    if (line.kind === 'set-aside') aside.add(nameOf(line))
    else aside.delete(nameOf(line))
  return { has: (report) => aside.has(nameOf(report)) }
}

/** The versions of reports that were set aside, or read after all, after one line of the log. */
export async function movedAside(store: Looking, after: number): Promise<readonly ReportVersion[]> {
  const moved: ReportVersion[] = []
  for (const kind of ['set-aside', 'read-after-all'] as const)
    for await (const { body } of store.log(after, kind)) {
      const line = body as unknown as Line
      if (line.pipeline === pipeline) moved.push(line)
    }
  return moved
}

const nameOf = ({ id, version }: ReportVersion): string => `${version} ${id}`
