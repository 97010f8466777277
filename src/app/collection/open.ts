import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { openSqlStore } from '../../adapters/store/sql-store.ts'
import type { Store } from '../../ports/store.ts'

export interface Opening {
  readonly create?: boolean
  readonly env?: NodeJS.ProcessEnv
  /** How long a database may take for one answer, in milliseconds, before it is taken for gone; as long as it takes when not given. */
  readonly answersWithin?: number
  /** After how long without a word a database takes who writes for gone, and they the database, in milliseconds; half a minute when not given. */
  readonly silence?: number | undefined
}

/**
 * Opens a collection.
 *
 * @param place a path, `postgres://…`, or undefined for `$HEADWATER_COLLECTION`, and without that for the user's own
 * @param create makes it where there is none; else that is an error, for a name that was mistyped has nothing in it
 */
export async function openCollection(
  place: string | undefined,
  { create = true, env = process.env, answersWithin, silence }: Opening = {},
): Promise<Store> {
  const asked = placeOf(place, env)
  const blobs = env.HEADWATER_BLOBS ? await (await import('./open-blobs.ts')).openBlobs(env.HEADWATER_BLOBS) : undefined
  if (/^postgres(?:ql)?:\/\//.test(asked)) {
    const { openPostgres } = await import('../../adapters/store/postgres.ts')
    return openSqlStore(await openPostgres(asked, { create, patience: { forAnswer: answersWithin, silence } }), blobs)
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(asked))
    throw Object.assign(new Error(`${asked} is no place for a collection: a file is, and postgres://…`), {
      code: 'NO_COLLECTION',
    })
  const { openSqlite } = await import('../../adapters/store/sqlite.ts')
  return openSqlStore(await openSqlite(resolve(asked), { create }), blobs)
}

/** Where the collection is that a command works on. */
export const placeOf = (place: string | undefined, env: NodeJS.ProcessEnv): string =>
  place ?? (env.HEADWATER_COLLECTION || ownCollection(env))

/** Where a user's own collection is (XDG Base Directory Specification). */
export function ownCollection({ XDG_DATA_HOME: data }: NodeJS.ProcessEnv): string {
  return join(data?.startsWith('/') ? data : join(homedir(), '.local', 'share'), 'headwater', 'collection.db')
}
