import { weights } from '../language/en/report-weights.data.ts'
import { openEncoder } from './encoder.ts'
import { openKernel } from './kernel.ts'
import { openTables } from './packed-tables.ts'
import { openReportHeads, type ReportHeads } from './report-heads.ts'

/** Reads one English sentence of at most {@link longestSentence} words with an eye on who says what. */
export interface ReportNetwork extends ReportHeads {
  /** Reads a sentence; what follows is about the sentence read last. */
  read(words: readonly string[]): void
  /** Log-odds that a word hands on what somebody said. `codes` are the things seen around it, as `learned/cue-codes.ts` knows them. */
  speech(word: number, codes: readonly number[]): number
}

/** The network with the weights that `scripts/train-reports.py` packs, opened at the first call. */
export function reportNetwork(): ReportNetwork {
  opened ??= openNetwork()
  return opened
}

let opened: ReportNetwork | undefined

function openNetwork(): ReportNetwork {
  const tables = openTables(weights)
  const [word = 0, first = 0, middle = 0, second = 0, size = 0, parts = 0, cueCodes = 0, placeCodes = 0] =
    tables.shorts(8)
  const kernel = openKernel()
  const encoder = openEncoder(kernel, tables, parts, { word, first, middle, second, views: [size, size, 1] })
  const odds = tables.floats(cueCodes)
  const rows = { place: encoder.rows, width: encoder.width, size }
  const heads = openReportHeads(kernel, tables, rows, placeCodes)
  return {
    ...heads,
    read: encoder.read,
    speech: (i, codes) =>
      codes.reduce(
        (sum, code) => sum + (odds[code] ?? 0),
        kernel.numbers[encoder.rows + i * encoder.width + 2 * size] ?? 0,
      ),
  }
}
