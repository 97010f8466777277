import { isEnough, type Role } from '../../team/roles.ts'
import { here } from '../address/navigation.tsx'
import { type Asked, useAskServer } from '../answers/ask.ts'
import type { Me } from '../answers/shapes.ts'
import { useCollections } from '../collections/known.ts'

/** Who this is, and whether people have accounts here. */
export const useMe = (): Asked<Me> => useAskServer<Me>('/me')

/** What this person may do in the collection that the window is in; undefined until it is known. */
export function useRole(): Role | undefined {
  const { value } = useCollections()
  return value?.find(({ name }) => name === here().collection)?.role
}

/** Whether they may do what needs a role. Nothing is taken away before it is known; the server refuses what may not be. */
export function useMay(needed: Role): boolean {
  const role = useRole()
  return role === undefined || isEnough(role, needed)
}
