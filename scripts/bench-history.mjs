// What `npm run bench` measured for each release, one line of JSON each, oldest first; and what became slower since.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** Beside the page that tells of it. */
export const historyFile = 'docs/performance.history.jsonl'

/** How much more a ratio may be than that of the last release: measuring the same twice differs by up to a tenth. */
export const allowed = 1.15

/** @returns the runs that were recorded, oldest first: `{ version, date, machine, rows }` */
export function recorded(file = historyFile) {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

export function record(run, file = historyFile) {
  const rows = run.rows.map(({ name, value, unit, ratio }) => ({ name, value, unit, ratio }))
  appendFileSync(file, `${JSON.stringify({ ...run, rows })}\n`)
}

/**
 * The rows whose ratio to the work beside them grew by more than is allowed, and those that are not measured any more. Only ratios are
 * compared, since another machine is slower in both.
 */
export function regressions(before, rows, most = allowed) {
  const now = new Map(rows.map((row) => [row.name, row]))
  return before.rows
    .filter(({ ratio }) => ratio !== null)
    .flatMap(({ name, ratio }) => {
      const row = now.get(name)
      if (row === undefined || row.ratio === null)
        return [`${name}: was measured for ${before.version}, and is not any more`]
      if (row.ratio <= ratio * most) return []
      return [`${name}: ${row.ratio} times what is beside it, ${ratio} in ${before.version}`]
    })
}
