import {
  answeredLines,
  attributionLine,
  forwardedLines,
  forwardedSubject,
  mailField,
} from '../../language/mail-words.ts'

/**
 * What its sender wrote or passed on: without the mails that are quoted below an answer, and without the signature. A forwarded original is kept;
 * it is what the mail was sent for. Where nothing else would be left, everything is.
 */
export function bodyOf(text: string, subject: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const passesOn = forwardedSubject.test(subject)
  const forwarded = lines.findIndex(
    (line, i) =>
      forwardedLines.some((pattern) => pattern.test(unmarked(line))) || (passesOn && beginsAnswered(lines, i)),
  )
  const own = withoutSignature(withoutAnswers(forwarded < 0 ? lines : lines.slice(0, forwarded)))
  const passedOn = forwarded < 0 ? [] : original(lines.slice(forwarded + 1))
  const body = [...own, '', ...passedOn]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return body === '' ? lines.map(unmarked).join('\n').trim() : body
}

/** "> > words" → "words" */
const unmarked = (line: string): string => line.replace(/^(?:\s?>)+\s?/, '').trimEnd()

/** Takes away what is quoted: lines behind `>`, and all below the line that a program puts above an earlier mail. */
function withoutAnswers(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const [i, line] of lines.entries()) {
    if (beginsAnswered(lines, i)) break
    if (/^\s?>/.test(line)) continue
    if (isAttribution(lines, i)) continue
    kept.push(line)
  }
  return kept
}

/** "-----Original Message-----", or the fields that Outlook puts under a line of its own. */
const beginsAnswered = (lines: readonly string[], i: number): boolean =>
  (answeredLines.some((pattern) => pattern.test(lines[i]?.trim() ?? '')) &&
    lines.slice(i + 1, i + 4).some((line) => mailField.test(line.trim()))) ||
  (mailField.test(lines[i] ?? '') &&
    lines.slice(i + 1, i + 4).filter((line) => mailField.test(line)).length >= 2 &&
    i > 0)

/** "On Tuesday Ada Quill wrote:", whose end may stand on the next line, with a quotation below. */
function isAttribution(lines: readonly string[], i: number): boolean {
  const line = lines[i]?.trim() ?? ''
  const before = lines[i - 1]?.trim() ?? ''
  const quoted = (from: number) => /^\s?>/.test(lines.slice(from, from + 3).find((next) => next.trim() !== '') ?? '')
  return (
    (attributionLine.test(line) && quoted(i + 1)) ||
    (attributionLine.test(`${line} ${lines[i + 1]?.trim() ?? ''}`) && quoted(i + 2)) ||
    (attributionLine.test(`${before} ${line}`) && !attributionLine.test(line) && quoted(i + 1))
  )
}

/** Two hyphens and a space stand above a signature (RFC 3676, 4.3). Some programs drop the space; then it must be short to be one. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line, i) => line === '-- ' || (line === '--' && lines.length - i <= 12))
  return at < 0 ? lines : lines.slice(0, at)
}

/** The forwarded mail without its fields and the marks of quotation. */
function original(lines: readonly string[]): readonly string[] {
  const plain = lines.map(unmarked)
  let start = plain.findIndex((line) => line.trim() !== '')
  while (start >= 0 && start < plain.length && (mailField.test(plain[start] ?? '') || /^\s/.test(plain[start] ?? '')))
    start++
  return withoutSignature(plain.slice(Math.max(0, start)))
}
