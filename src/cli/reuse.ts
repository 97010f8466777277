import type { Command } from './command.ts'
import { printFound, webOptions } from './inputs.ts'

export const reuse: Command = {
  name: 'reuse',
  arguments: '<input...>',
  summary: 'Print which reports share passages, and where, one JSON line per pair.',
  options: [{ flags: '--jsonl', says: 'one JSON line per pair (the only form there is)' }, ...webOptions],
  examples: [{ line: 'headwater reuse reports/ --jsonl', says: 'who copied from whom, passage by passage' }],
  async run(world, inputs, options) {
    const { findReuse } = await import('../provenance/copying/reuse.ts')
    return printFound(world, inputs, options, findReuse)
  },
}
