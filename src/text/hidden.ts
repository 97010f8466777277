/** A text without what people cannot see, and how many characters that were. */
export interface Shown {
  readonly text: string
  readonly hidden: number
}

/**
 * Takes out of a text what a program reads and a person does not see: control characters, marks that turn the reading direction, joiners and
 * spaces of no width, fillers that show nothing, variation selectors in rows, the tag block (which spells hidden ASCII), private use. Words
 * that are smuggled past a reader that way would be read by a language model (Unicode TR 36, section 3; "ASCII smuggling").
 *
 * Line feeds and tabs stay. A joiner or a selector stays where writing needs it: between two letters of a script that joins, or after an
 * emoji.
 */
export function withoutHidden(text: string): Shown {
  let hidden = 0
  const shown = text.toWellFormed().replace(neverShown, (run, at: number, whole: string) => {
    if (isNeeded(run, whole, at)) return run
    hidden += [...run].length
    return drives.test(run) ? ' ' : ''
  })
  return { text: shown, hidden }
}

const neverShown = /(?:(?![\t\n])[\p{Cc}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB])+/gu

/** What parts words: without a space in its place two words would become one. */
const drives = /[\u000B-\u000D\u0085\u2028\u2029]/

function isNeeded(run: string, whole: string, at: number): boolean {
  if (run.length > 2) return false
  const [before = '', after = ''] = [
    whole.slice(Math.max(0, at - 2), at),
    whole.slice(at + run.length, at + run.length + 2),
  ]
  if (/^\uFE0F?\u200D?$/.test(run) && /[\p{Extended_Pictographic}\p{Emoji_Modifier}#*0-9]$/u.test(before)) return true
  return /^[\u200C\u200D]$/.test(run) && joining.test(before.slice(-1)) && joining.test(after.slice(0, 1))
}

/** Scripts whose letters change their form with what stands beside them. */
const joining =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}]/u
