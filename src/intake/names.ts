/**
 * A document's id when only its file or address names it: the last part without its ending. `reports/a3.html` → `a3`. What a file holds is named
 * after both: `mail.eml#minutes.pdf` → `mail-minutes`. Behind an address a `#` only names a place in the page.
 */
export function nameOf(input: string): string {
  const [file = '', held] = /^[a-z][a-z0-9+.-]+:\/\//i.test(input) ? [input] : cutAt(input, '#')
  return held === undefined || /^[a-z]+:\/\//i.test(held) ? lastPart(file) : `${lastPart(file)}-${lastPart(held)}`
}

function lastPart(input: string): string {
  const last =
    input
      .replace(/[?#].*$/, '')
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  return last.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '') || input
}

function cutAt(text: string, mark: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(mark)
  return at <= 0 || at === text.length - 1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
