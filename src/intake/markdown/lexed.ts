import { Lexer, type Token } from 'marked'

/** The blocks of a Markdown text with their marks; undefined where they are nested deeper than anybody writes. */
export function lexed(markup: string): readonly Token[] | undefined {
  if (nested.test(markup)) return undefined
  const lexer = new Lexer()
  lexer.blockTokens(markup, lexer.tokens)
  for (const { src, tokens } of lexer.inlineQueue) for (const piece of pieces(src)) lexer.inlineTokens(piece, tokens)
  return lexer.tokens
}

/** A hundred block marks before the first word of a line, or so many steps of indentation. The lexer calls itself for each. */
const nested = /^(?:(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){100}|[ \t]{400}[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t])/m

/**
 * A long paragraph in pieces, cut at white space: the lexer's search for the other end of a mark looks over all that is left,
 * for every mark. No mark that a person closed is thousands of letters away from where it opened.
 */
function* pieces(source: string): Generator<string> {
  let from = 0
  while (source.length - from > longestPiece) {
    const space = source.lastIndexOf(' ', from + longestPiece)
    const to = space > from ? space : from + longestPiece
    yield source.slice(from, to)
    from = to
  }
  yield source.slice(from)
}

/** Longer than nearly every paragraph of a report; at this length the lexer still takes a few milliseconds. */
const longestPiece = 4000
