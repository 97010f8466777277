import type { Command } from './command.ts'
import { printFound, webOptions } from './inputs.ts'

export const stories: Command = {
  name: 'stories',
  arguments: '<input...>',
  summary: 'Group reports by the event they are about, one JSON line per document.',
  options: [{ flags: '--jsonl', says: 'one JSON line per document (the only form there is)' }, ...webOptions],
  examples: [{ line: 'headwater stories week.jsonl --jsonl', says: 'which reports of a week belong together' }],
  async run(world, inputs, options) {
    const { groupStories } = await import('../story/clustering/stories.ts')
    return printFound(world, inputs, options, groupStories)
  },
}
