import type { Level } from '../ports/telemetry.ts'

/** Something that a process stands on, and that may be away while the process runs. */
export interface Part {
  readonly labels: { readonly collection: string; readonly part: 'collection' | 'queue' }
  levels(): Promise<readonly Level[]>
}

/**
 * Reads the levels of all parts. Of one that cannot be read in time no more is told than that it is not up: whoever watches needs the others most just
 * then.
 *
 * @param within milliseconds
 */
export function levelsOfParts(parts: readonly Part[], within = patience): () => Promise<readonly Level[]> {
  const readings = parts.map((part) => ({ labels: part.labels, read: oneAtATime(part.levels) }))
  return async () => {
    const found = await Promise.all(
      readings.map(async ({ labels, read }) => {
        const levels = await inTime(read(), within).catch(() => undefined)
        return [up(labels, levels !== undefined), ...(levels ?? [])]
      }),
    )
    return found.flat()
  }
}

const up = (labels: Part['labels'], isUp: boolean): Level => ({
  name: 'headwater_up',
  says: 'Whether what the process stands on could be read',
  labels,
  value: isUp ? 1 : 0,
})

/** Milliseconds; Prometheus waits ten seconds unless told otherwise. */
const patience = 2_000

/** What does not answer is not asked again until it has: it would have one more question to answer every time. */
function oneAtATime<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
}

/** @throws Error where it takes longer */
async function inTime<T>(work: Promise<T>, within: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, over) => {
    timer = setTimeout(() => over(new Error('it did not answer in time')), within)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
