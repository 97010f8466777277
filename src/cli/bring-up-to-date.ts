import { pipeline } from '../app/collection/acting.ts'
import { leavesItTo } from '../app/collection/builds.ts'
import type { Store } from '../ports/store.ts'
import { collectionOption } from './collection.ts'
import { type Options, oneLine, refusalLine, type World } from './command.ts'
import { threadsOf, threadsOption } from './threads.ts'

/** The options of every command that brings a collection up to date. */
export const upToDateOptions = [collectionOption, threadsOption] as const

/**
 * Traces what changed since the last time, on several processors where it is much, and tells what that changed in the answers. Does nothing
 * where nothing came in, and leaves them to a newer build.
 */
export async function bringUpToDate(world: World, store: Store, options: Options): Promise<void> {
  const { refresh } = await import('../app/collection/refresh.ts')
  const place = typeof options.collection === 'string' ? options.collection : world.secret('HEADWATER_COLLECTION')
  const { alerts, leftTo } = await refresh(store, world.acting, {
    progress: (ready, of) => world.progress(() => `${ready} of ${of} reports traced`),
    refused: (refusal) => world.tell(refusalLine(refusal)),
    threads: { place, count: threadsOf(options) },
  })
  if (leftTo !== undefined) world.tell(oneLine(leavesItTo(leftTo, pipeline)))
  for (const { kind, about, says } of alerts) world.tell(oneLine(`alert (${kind}): ${about}: ${says}`))
}
