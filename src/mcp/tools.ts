import type { Tool } from './tool.ts'
import { add } from './tools/add.ts'
import { claim } from './tools/claim.ts'
import { compare } from './tools/compare.ts'
import { note } from './tools/note.ts'
import { search } from './tools/search.ts'
import { sources } from './tools/sources.ts'
import { trace } from './tools/trace.ts'
import { trail } from './tools/trail.ts'

/** What an agent can ask. A new tool is one file and one line here. */
export const looking: readonly Tool[] = [search, trace, claim, trail, compare, sources]

/** What an agent can do where the server was started with `--write`. */
export const writing: readonly Tool[] = [add, note]
