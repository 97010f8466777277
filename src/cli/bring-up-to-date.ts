import { pipeline } from '../app/collection/acting.ts'
import { leavesItTo } from '../app/collection/builds.ts'
import type { Store } from '../ports/store.ts'
import { oneLine, type World } from './command.ts'

/** Traces what changed since the last time and tells what that changed in the answers. Does nothing where nothing came in, and leaves them to a newer build. */
export async function bringUpToDate(world: World, store: Store): Promise<void> {
  const { refresh } = await import('../app/collection/refresh.ts')
  const { alerts, leftTo } = await refresh(store, world.acting, (ready, of) =>
    world.progress(() => `${ready} of ${of} reports traced`),
  )
  if (leftTo !== undefined) world.tell(oneLine(leavesItTo(leftTo, pipeline)))
  for (const { kind, about, says } of alerts) world.tell(oneLine(`alert (${kind}): ${about}: ${says}`))
}
