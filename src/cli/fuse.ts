import { type Command, refusalLine } from './command.ts'
import { allOf, rowsOf } from './jsonl-rows.ts'

export const fuse: Command = {
  name: 'fuse',
  arguments: '',
  summary:
    'From tables of many sources, give the value best supported once copiers are discounted; JSON lines in and out.',
  options: [
    { flags: '--copying', says: 'print instead which pairs of sources copy: {a, b, probability, direction}' },
    { flags: '--jsonl', says: 'JSON lines (the only form there is)' },
  ],
  examples: [
    {
      line: 'headwater fuse --jsonl < rows.jsonl',
      says: 'rows {item, source, value, kind?: "text"|"number"|"time"|"set"}',
    },
  ],
  async run(world, _, { copying }) {
    const room = await import('../fusion/fuse.ts')
    const { rows, refusals } = rowsOf('-', await allOf(world.stdin), rowOf)
    for (const answer of copying === true ? room.copying(rows) : room.fuse(rows)) world.print(JSON.stringify(answer))
    for (const refusal of refusals) world.tell(refusalLine(refusal))
    return refusals.length > 0 ? 1 : 0
  },
}

const kinds = ['text', 'number', 'time', 'set'] as const

function rowOf({ item, source, value, kind }: Readonly<Record<string, unknown>>) {
  const known = kinds.find((name) => name === kind)
  if (typeof item !== 'string' || typeof source !== 'string') return '"item" and "source" must be strings'
  if (kind !== undefined && known === undefined) return `"kind" must be one of ${kinds.join(', ')}`
  if (typeof value === 'string' || typeof value === 'number') return { item, source, value, kind: known }
  if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
    return { item, source, value: value as readonly string[], kind: known }
  return '"value" must be a string, a number or a list of strings'
}
