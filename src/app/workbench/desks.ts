import { called } from '../../collection/called.ts'
import type { Store } from '../../ports/store.ts'
import { type Desk, type DeskOptions, openDesk } from './desk.ts'

/** The collections that a server has open, each at a desk of its own. */
export interface Desks {
  /** In the order in which they were asked for. */
  readonly all: readonly Desk[]
  named(name: string): Desk | undefined
  close(): Promise<void>
}

/** A collection that is open here, and the place at which a thread opens it for itself. */
export interface OpenCollection {
  readonly store: Store
  readonly place: string | undefined
  /** Called when it has new alerts. */
  readonly alerted?: () => Promise<void>
  /** Tells others who trace that there is something to trace; it is traced here when absent. */
  readonly announce?: () => Promise<void>
}

/** Opens a desk for each collection: all of them, or none. */
export async function openDesks(
  collections: readonly OpenCollection[],
  options: Omit<DeskOptions, 'name' | keyof OpenCollection>,
): Promise<Desks> {
  const names = called(collections.map(({ store }) => store.name))
  const desks = new Map<string, Desk>()
  const close = async (): Promise<void> => void (await Promise.all([...desks.values()].map((desk) => desk.close())))
  try {
    for (const [at, collection] of collections.entries()) {
      const name = names[at] ?? ''
      desks.set(name, await openDesk({ ...options, ...collection, name }))
    }
  } catch (error) {
    await close()
    throw error
  }
  return { all: [...desks.values()], named: (name) => desks.get(name), close }
}
