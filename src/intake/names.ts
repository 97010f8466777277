/** A document's id when only its file or address names it: the last part without its ending. `reports/a3.html` → `a3`. */
export function nameOf(input: string): string {
  const last =
    input
      .replace(/[?#].*$/, '')
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  return last.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '') || input
}
