import { add } from './add.ts'
import { alerts } from './alerts.ts'
import type { Command } from './command.ts'
import { completion } from './completion.ts'
import { decide } from './decide.ts'
import { doctor } from './doctor.ts'
import { exportCommand } from './export.ts'
import { extract } from './extract.ts'
import { fuse } from './fuse.ts'
import { match } from './match.ts'
import { mcp } from './mcp.ts'
import { read } from './read.ts'
import { reuse } from './reuse.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { stories } from './stories.ts'
import { suggest } from './suggest.ts'
import { team } from './team.ts'
import { timestamp } from './timestamp.ts'
import { trace } from './trace.ts'
import { verify } from './verify.ts'
import { watch } from './watch.ts'
import { worker } from './worker.ts'

/** Every command, in the order of the help. A new command is one file and one line here. */
export const commands: readonly Command[] = [
  trace,
  read,
  extract,
  reuse,
  stories,
  match,
  fuse,
  add,
  watch,
  search,
  decide,
  suggest,
  serve,
  worker,
  team,
  mcp,
  alerts,
  exportCommand,
  timestamp,
  verify,
  doctor,
  completion,
]
