import type { StampedLine } from '../app/collection/timestamp.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, oneLine, WrongUsage } from './command.ts'
import { authorityAddress, clockWarning } from './time-stamping.ts'

export const timestamp: Command = {
  name: 'timestamp',
  arguments: '',
  summary: 'Have an authority confirm that everything in a collection is there now, as it is (RFC 3161).',
  options: [
    collectionOption,
    {
      flags: '--timestamp <address>',
      says: 'where the authority is asked; it gets the digest of the last line of the log and nothing else',
    },
    { flags: '--allow-private', says: 'ask an authority on this machine or in a private network too' },
    { flags: '--json', says: 'as JSON: {line, digest, authority, genTime, token, status}' },
  ],
  examples: [
    {
      line: 'headwater timestamp --timestamp http://tsa.example/tsr',
      says: 'kept in the log; headwater verify checks it, without asking anybody',
    },
  ],
  run: (world, _, options) => {
    const address = authorityAddress(options.timestamp)
    if (address === undefined) throw new WrongUsage('--timestamp wants the address of an authority, http://…')
    return withCollection(world, options, async (store) => {
      const { notaryAt } = await import('../app/collection/notary.ts')
      const { stampHead } = await import('../app/collection/timestamp.ts')
      const stamped = await stampHead(store, notaryAt(address, options.allowPrivate === true), world.acting)
      if (!stamped) {
        world.tell('there is nothing in the collection that could be stamped')
        return 1
      }
      const warning = clockWarning(stamped, world.acting)
      if (warning) world.tell(oneLine(warning))
      world.print(options.json === true ? JSON.stringify(stamped) : oneLine(told(stamped)))
      return 0
    })
  },
}

const told = ({ line, genTime, authority, status }: StampedLine): string =>
  status === 'known'
    ? `nothing came since line ${line} of the log was stamped at ${genTime} by ${authority}`
    : `everything up to line ${line} of the log stamped at ${genTime} by ${authority}`
