/** What a figure stands for: the answer itself; what it was before; what may be; what the answer is a part of. */
export type FigureRole = 'answer' | 'earlier' | 'limit' | 'whole'

/** The first figure of a statement, and what is said of the things counted. */
export interface FigureFrame {
  readonly role: FigureRole
  /** Lemmas of the words that the thing counted hangs on, and of those that hang on it: "271 houses *beyond repair*". */
  readonly said: readonly string[]
}
