/** What people decided of who was made from whom, by document ids. */
export interface Ruling {
  isMade(from: string, to: string): boolean
  isRejected(from: string, to: string): boolean
}

/** Nobody decided anything. */
export const undecided: Ruling = { isMade: () => false, isRejected: () => false }
