import type { Store } from '../ports/store.ts'
import type { Options, World } from './command.ts'
import { threadsOf } from './threads.ts'

/** The option of every command that works on a collection. */
export const collectionOption = {
  flags: '--collection <place>',
  says: 'the collection: a file, or postgres://user@host/database?collection=name; $HEADWATER_COLLECTION or your own when not given',
} as const

/** Opens the collection that is asked for, and closes it whatever happens. */
export async function withCollection<T>(
  world: World,
  options: Options,
  work: (store: Store) => Promise<T>,
  { create = false, silence }: { readonly create?: boolean; readonly silence?: number } = {},
): Promise<T> {
  // Miscounted threads are told before anything is kept.
  threadsOf(options)
  const { collection } = options
  const store = await world.openCollection(typeof collection === 'string' ? collection : undefined, create, silence)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
