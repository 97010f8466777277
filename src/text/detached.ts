/**
 * The same letters in memory of their own, for what is kept longer than the text that it was cut out of: in V8 a piece of 13 letters or more is
 * a window on its whole text, and keeps it alive.
 */
export const detached = (piece: string): string => (piece.length > longestCopied ? piece.split('').join('') : piece)

/** V8 copies pieces up to this long. */
const longestCopied = 12
