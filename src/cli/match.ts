import { type Command, type Options, refusalLine, type World, WrongUsage } from './command.ts'
import { allOf, rowsOf } from './jsonl-rows.ts'

export const match: Command = {
  name: 'match',
  arguments: '',
  summary: 'Say whether two sentences make the same claim, or which known claims say this; JSON lines in and out.',
  options: [
    {
      flags: '--against <file>',
      says: 'a JSONL file of known claims {id, title?, text}; standard input then holds {id, text}',
    },
    { flags: '--top <k>', says: 'how many known claims to give at most (default 5)' },
    { flags: '--jsonl', says: 'JSON lines (the only form there is)' },
  ],
  examples: [
    { line: 'headwater match --jsonl < pairs.jsonl', says: 'pairs {id, a, b}, the earlier sentence as a' },
    {
      line: 'headwater match --against known.jsonl --top 3 --jsonl < new.jsonl',
      says: 'has somebody looked at this before?',
    },
  ],
  run: (world, _, options) =>
    typeof options.against === 'string' ? knownClaims(world, options.against, options) : pairs(world),
}

async function pairs(world: World) {
  const { matchBatch } = await import('../story/matching/match.ts')
  const { rows, refusals } = rowsOf('-', await allOf(world.stdin), (row) =>
    isText(row.a) && isText(row.b) && row.id !== undefined
      ? { id: String(row.id), a: row.a, b: row.b }
      : 'give {"id", "a", "b"}, the sentences as strings',
  )
  for (const [i, answer] of matchBatch(rows).entries()) world.print(JSON.stringify({ id: rows[i]?.id, ...answer }))
  for (const refusal of refusals) world.tell(refusalLine(refusal))
  return refusals.length > 0 ? 1 : 0
}

async function knownClaims(world: World, file: string, { top = '5' }: Options) {
  const most = Number(top)
  if (!Number.isInteger(most) || most < 1)
    throw new WrongUsage(`--top ${String(top)} is not a whole number of 1 or more`)
  const { rankKnown } = await import('../story/matching/known.ts')
  const known = rowsOf(file, await world.readFile(file), (row) =>
    isText(row.text) && row.id !== undefined
      ? { id: String(row.id), title: isText(row.title) ? row.title : undefined, text: row.text }
      : 'give {"id", "title"?, "text"}',
  )
  const asked = rowsOf('-', await allOf(world.stdin), (row) =>
    isText(row.text) && row.id !== undefined ? { id: String(row.id), text: row.text } : 'give {"id", "text"}',
  )
  for (const answer of rankKnown(known.rows, asked.rows, most)) world.print(JSON.stringify(answer))
  const refusals = [...known.refusals, ...asked.refusals]
  for (const refusal of refusals) world.tell(refusalLine(refusal))
  return refusals.length > 0 ? 1 : 0
}

const isText = (value: unknown): value is string => typeof value === 'string'
