import type { Store, Writing } from '../../ports/store.ts'

/**
 * Has a build of Headwater join those that work on a collection. Who comes last is the newest and makes the answers; those before rest, also when they
 * are begun again. An earlier version never counts as newer than a later one, whenever it comes.
 *
 * @param takesOver whether it makes the answers even so: somebody goes back to it
 */
export async function join(store: Store, build: string, takesOver: boolean): Promise<void> {
  await store.write((writing) => joinIn(writing, build, takesOver))
}

/** The same within a writing: whoever writes answers down has come, too. */
export async function joinIn(writing: Writing, build: string, takesOver = false): Promise<void> {
  const builds = await writing.builds()
  if (builds.at(-1) === build) return
  if (takesOver || newerThan(build, builds) === undefined) await writing.addBuild(build)
}

/** The build that makes the answers in place of this one; undefined where this one does, or will as soon as it joins. */
export async function replacing(store: Pick<Store, 'builds'>, build: string): Promise<string | undefined> {
  return newerThan(build, await store.builds())
}

/** For whoever has a build that rests. */
export const leavesItTo = (newer: string, build: string): string =>
  `a newer build (${newer}) makes the answers, and this one (${build}) leaves them as they are: use the newer one, or go back to this one with headwater trace --take-over`

function newerThan(build: string, builds: readonly string[]): string | undefined {
  const last = builds.at(-1)
  if (last === undefined || last === build) return undefined
  return builds.includes(build) || isEarlier(build, last) ? last : undefined
}

/** Whether a build is of an earlier version than another; two of one version are none before the other. */
export function isEarlier(one: string, other: string): boolean {
  const [a, b] = [one, other].map(versionIn)
  const at = a?.findIndex((number, i) => number !== b?.[i]) ?? -1
  return at >= 0 && (a?.[at] ?? 0) < (b?.[at] ?? 0)
}

/** `headwater 1.4.2 9f31…` */
const versionIn = (build: string): readonly number[] =>
  /^headwater (\d+)\.(\d+)\.(\d+)/.exec(build)?.slice(1).map(Number) ?? []
