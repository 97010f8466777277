import { collectionOption, withCollection } from './collection.ts'
import { type Command, type Options, oneLine, WrongUsage } from './command.ts'

export const verify: Command = {
  name: 'verify',
  arguments: '',
  summary: 'Check that everything in a collection is as it was captured and decided, and say what no check can show.',
  options: [
    collectionOption,
    {
      flags: '--head <line>',
      says: 'a line of the log as you noted it before, number:digest; shows whether anything before it was changed or cut off',
    },
    { flags: '--json', says: 'as JSON: {captures, versions, lines, quotations, flaws, head, unproven}' },
  ],
  examples: [
    { line: 'headwater verify', says: 'digests, the chain of the log, every quotation' },
    { line: 'headwater verify --head 12:5f0c…', says: 'against a digest that you keep elsewhere' },
  ],
  run: (world, _, options) =>
    withCollection(world, options, async (store) => {
      const { unproven, verify: verified } = await import('../app/collection/verify.ts')
      const anchor = anchorOf(options)
      const found = await verified(store, anchor, (ready, of) =>
        world.progress(() => `${ready} of ${of} captures checked`),
      )
      if (options.json === true) world.print(JSON.stringify({ ...found, unproven }))
      else {
        world.print(
          `${found.captures} captures, ${found.versions} versions of reports, ${found.lines} lines of the log, ${found.quotations} quotations checked`,
        )
        for (const flaw of found.flaws) world.print(oneLine(`✗ ${flaw}`))
        if (found.flaws.length === 0) world.print('everything is as it was written')
        if (found.head) world.print(`last line of the log: ${found.head.number}:${found.head.digest}`)
        world.print(`This does not show\n${unproven.map((what) => `  - ${what}`).join('\n')}`)
      }
      return found.flaws.length > 0 ? 1 : 0
    }),
}

function anchorOf({ head }: Options): { readonly number: number; readonly digest: string } | undefined {
  if (typeof head !== 'string') return undefined
  const [, number, digest] = /^(\d+):([0-9a-f]{64})$/.exec(head) ?? []
  if (!number || !digest) throw new WrongUsage(`--head wants number:digest as verify prints it, not "${head}"`)
  return { number: Number(number), digest }
}
