import type { Sentence, Token } from '../../model/sentence.ts'

/** Words between quotation marks, marks included: token indices, half-open. */
export interface Quotation {
  readonly first: number
  readonly last: number
  /** The next paragraph opens with a mark and this one was never closed: one speech over several paragraphs. */
  readonly goesOn: boolean
}

/** How many tokens a single-marked quotation ('…') may hold: an apostrophe must not open one that never ends. */
const singleReach = 60

/**
 * Every quotation, in order. Marks pair within a paragraph; a speech that runs over paragraphs opens each of them anew and is
 * closed in the last one only.
 */
export function quotationsOf(tokens: readonly Token[], sentences: readonly Sentence[]): readonly Quotation[] {
  const found: Quotation[] = []
  let from = 0
  for (let s = 0; s < sentences.length; s++) {
    const paragraph = sentences[s]?.paragraph
    if (sentences[s + 1]?.paragraph === paragraph) continue
    const last = sentences[s]?.last ?? 0
    const next = tokens[last]
    for (const quotation of inParagraph(tokens, from, last, next !== undefined && opens(tokens, last)))
      found.push(quotation)
    from = last
  }
  return found
}

function* inParagraph(tokens: readonly Token[], from: number, end: number, nextOpens: boolean): Generator<Quotation> {
  let open = -1
  for (let i = from; i < end; i++) {
    const mark = tokens[i]?.text
    if (mark === undefined) continue
    if (open < 0 && (mark === '‘' || mark === "'" || mark === '`')) {
      const close = closeOfSingle(tokens, i, end)
      if (close > i) {
        yield { first: i, last: close + 1, goesOn: false }
        i = close
      }
      continue
    }
    if (open < 0 ? opens(tokens, i) : mark === '“') open = i
    else if (open >= 0 && /^(?:["”»]|'')$/.test(mark)) {
      yield { first: open, last: i + 1, goesOn: false }
      open = -1
    }
  }
  if (open >= 0 && open < end - 1) yield { first: open, last: end, goesOn: nextOpens }
}

/** Index of the mark that closes a single-marked quotation, or -1. A mark with a letter right before and right after is an apostrophe. */
function closeOfSingle(tokens: readonly Token[], open: number, end: number): number {
  const before = tokens[open - 1]
  const at = tokens[open]
  if (
    !at ||
    tokens[open + 1]?.start !== at.end ||
    (before && before.end === at.start && /[\p{L}\p{N}]$/u.test(before.text))
  )
    return -1
  for (let i = open + 2; i < Math.min(end, open + singleReach); i++) {
    const mark = tokens[i]?.text
    if (mark !== '’' && mark !== "'") continue
    const next = tokens[i + 1]
    if (!next || next.start > (tokens[i]?.end ?? 0) || !/^[\p{L}\p{N}]/u.test(next.text)) return i
  }
  return -1
}

/** Two apostrophes open where a word follows them at once: they close what two grave accents have opened as well. */
function opens(tokens: readonly Token[], at: number): boolean {
  const [before, mark, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (mark?.text === "''") return next?.start === mark.end && before?.end !== mark.start
  return mark !== undefined && /^(?:["“„«]|``)$/.test(mark.text)
}
