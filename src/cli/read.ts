import type { Command } from './command.ts'
import { oneByOne, webOptions } from './inputs.ts'

export const read: Command = {
  name: 'read',
  arguments: '<input...>',
  summary: 'Print what each report says and who it says it on, one JSON line per document.',
  options: [
    { flags: '--jsonl', says: 'one JSON line per document (the only form there is)' },
    { flags: '--why', says: 'with every annotation, the rule that made it' },
    ...webOptions,
  ],
  examples: [
    { line: 'headwater read report.html --jsonl', says: 'the figures, times, voices and statements of one page' },
  ],
  async run(world, inputs, options) {
    const { read: readDocument } = await import('../extract/read.ts')
    const { readingLine } = await import('../export/jsonl/reading-line.ts')
    const refused = await oneByOne(
      world,
      inputs,
      options,
      (document) => world.print(JSON.stringify(readingLine(readDocument(document), options.why === true))),
      () => undefined,
    )
    return refused > 0 ? 1 : 0
  },
}
