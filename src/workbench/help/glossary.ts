/** A word of the glossary: what it means and an example. */
export interface Term {
  readonly term: string
  readonly means: string
  readonly example: string
}

/** The rows of docs/glossary.md, so that the help of the workbench and the documentation cannot say different things. */
export function termsOf(markdown: string): readonly Term[] {
  return markdown.split('\n').flatMap((line) => {
    const [, term, means = '', example = ''] = /^\|\s*(\*\*.+?)\s*\|\s*(.*?)\s*\|\s*(.*?)\s*\|$/.exec(line) ?? []
    return term ? [{ term: plain(term), means: plain(means), example: plain(example) }] : []
  })
}

const plain = (cell: string): string => cell.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
