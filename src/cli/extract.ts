import { openInputs } from '../app/intake.ts'
import { documentLine } from '../export/jsonl/document-line.ts'
import { type Command, type ExitCode, type Options, refusalLine, type World } from './command.ts'
import { oneByOne, webOf, webOptions } from './inputs.ts'

export const extract: Command = {
  name: 'extract',
  arguments: '<input...>',
  summary: 'Print the text, title, date, credits and links of each report, one JSON line per document.',
  options: [
    { flags: '--jsonl', says: 'one JSON line per document (the only form there is)' },
    { flags: '--records', says: 'of web archives, only how many records of each type: {input, records}' },
    ...webOptions,
  ],
  examples: [
    { line: 'headwater extract page.html --jsonl', says: 'one saved page' },
    {
      line: 'headwater extract reports/ --jsonl',
      says: 'everything in a folder; what is refused has a line of its own',
    },
  ],
  async run(world, inputs, options) {
    if (options.records === true) return countArchives(world, inputs, options)
    const refused = await oneByOne(
      world,
      inputs,
      options,
      (document) => world.print(JSON.stringify(documentLine(document))),
      (refusal) => world.print(JSON.stringify(refusal)),
    )
    return refused > 0 ? 1 : 0
  },
}

async function countArchives(world: World, inputs: readonly string[], options: Options): Promise<ExitCode> {
  const { countRecords } = await import('../intake/warc/warc.ts')
  let code: ExitCode = 0
  for await (const opened of openInputs(inputs, world.stdin, webOf(options))) {
    if ('code' in opened) {
      world.tell(refusalLine(opened))
      world.print(JSON.stringify(opened))
      code = 1
    } else world.print(JSON.stringify({ input: opened.input, records: countRecords(opened.bytes) }))
  }
  return code
}
