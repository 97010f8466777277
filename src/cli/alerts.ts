import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, oneLine, WrongUsage } from './command.ts'

export const alerts: Command = {
  name: 'alerts',
  arguments: '',
  summary: 'What reports that came in have changed: new origins, figures, conflicts, corrections, edited reports.',
  options: [
    collectionOption,
    { flags: '--after <number>', says: 'only those after this one' },
    { flags: '--json', says: 'one JSON line for each, with its evidence' },
    { flags: '--atom', says: 'as a feed (Atom), the newest first' },
  ],
  examples: [
    { line: 'headwater alerts', says: 'all of them, the newest last' },
    { line: 'headwater alerts --atom > alerts.atom', says: 'for a feed reader' },
  ],
  run: (world, _, options) =>
    withCollection<ExitCode>(world, options, async (store) => {
      if (options.json === true && options.atom === true) throw new WrongUsage('give --json or --atom, not both')
      const after = Number(options.after ?? 0)
      if (!Number.isInteger(after) || after < 0)
        throw new WrongUsage(`--after wants the number of an alert, not "${options.after}"`)
      const found = []
      for await (const alert of store.alerts(after)) found.push(alert)
      if (options.atom === true) {
        const { feedOf } = await import('../app/collection/alerts-feed.ts')
        world.print((await feedOf(store, after)).trimEnd())
      } else if (options.json === true) for (const alert of found) world.print(JSON.stringify(alert))
      else {
        for (const { number, at, kind, about, says, evidence } of found) {
          world.print(oneLine(`${number}  ${at.slice(0, 16).replace('T', ' ')}  ${kind}: ${about}`))
          world.print(oneLine(`    ${says}`))
          for (const { document, quote } of evidence) world.print(oneLine(`    “${quote}”  ${document}`))
        }
        world.print(`${found.length} ${found.length === 1 ? 'alert' : 'alerts'}`)
      }
      return 0
    }),
}
