import type { Store } from '../ports/store.ts'
import { oneLine, type World } from './command.ts'

/** Traces what changed since the last time and tells what that changed in the answers. Does nothing where nothing came in. */
export async function bringUpToDate(world: World, store: Store): Promise<void> {
  const { refresh } = await import('../app/collection/refresh.ts')
  const { alerts } = await refresh(store, world.acting, (ready, of) =>
    world.progress(() => `${ready} of ${of} reports traced`),
  )
  for (const { kind, about, says } of alerts) world.tell(oneLine(`alert (${kind}): ${about}: ${says}`))
}
