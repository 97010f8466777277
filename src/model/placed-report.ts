/** What is kept of a report to find the reports it belongs with: its most telling words, by key, and how much each says. */
export interface Digest {
  readonly id: string
  /** Reports are told in the order of these: by date, those without one last, then by id, which stands behind the line break. */
  readonly order: string
  /** Days since 1970. */
  readonly day: number | undefined
  /** FNV-1a of the stems, ascending. */
  readonly keys: Uint32Array
  /** Weight of each; together a vector of length one. */
  readonly weights: Float32Array
  /** The keys of the words that say most: other reports are looked for by these. Ascending. */
  readonly leads: Uint32Array
}

/** A report in the forest of topics: it hangs on the earlier report that it is most like. */
export interface PlacedReport extends Digest {
  /** Id of that report; null where none shares a word that says much. */
  readonly nearest: string | null
  /** How alike they are, 0..1. */
  readonly likeness: number
}
