import { documentLine } from '../export/jsonl/document-line.ts'
import type { Command } from './command.ts'
import { oneByOne } from './inputs.ts'

export const extract: Command = {
  name: 'extract',
  arguments: '<input...>',
  summary: 'Print the text, title, date, credits and links of each report, one JSON line per document.',
  options: [{ flags: '--jsonl', says: 'one JSON line per document (the only form there is)' }],
  examples: [
    { line: 'headwater extract page.html --jsonl', says: 'one saved page' },
    {
      line: 'headwater extract reports/ --jsonl',
      says: 'everything in a folder; what is refused has a line of its own',
    },
  ],
  async run(world, inputs) {
    const refused = await oneByOne(
      world,
      inputs,
      (document) => world.print(JSON.stringify(documentLine(document))),
      (refusal) => world.print(JSON.stringify(refusal)),
    )
    return refused > 0 ? 1 : 0
  },
}
