import type { SavedView } from '../collection/saved-view.ts'
import type { Decided, Decision } from '../model/decision.ts'
import { everyCollection, type Grant, type Scope } from './account.ts'
import { isEnough, type Role, roles } from './roles.ts'

/** The highest role that grants give in a collection; undefined where they give none. */
export function roleIn(grants: readonly Pick<Grant, 'collection' | 'role'>[], collection: string): Role | undefined {
  const given = grants.filter((one) => one.collection === collection || one.collection === everyCollection)
  return roles.findLast((role) => given.some((one) => one.role === role))
}

/** Whether somebody is admin of every collection that there is and will be: who looks after the people themselves. */
export const isSteward = (grants: readonly Pick<Grant, 'collection' | 'role'>[]): boolean =>
  grants.some(({ collection, role }) => collection === everyCollection && role === 'admin')

/** What a token may be used for is at most what its scope says, and never more than its owner may. */
export function within(role: Role | undefined, scope: Scope): Role | undefined {
  if (role === undefined) return undefined
  const most = roleOf[scope]
  return isEnough(role, most) ? most : role
}

const roleOf: Readonly<Record<Scope, Role>> = { read: 'viewer', write: 'analyst', decide: 'editor', admin: 'admin' }

/** Who may decide this. Notes, tags and how far somebody has come change no answer; everything else does. */
export const roleToDecide = ({ kind }: Decision): Role =>
  kind === 'note' || kind === 'tag' || kind === 'state' ? 'analyst' : 'editor'

/** Who may take this back: whoever decides such things; of notes, tags and states, each their own. */
export const roleToUndo = ({ decision, by }: Pick<Decided, 'decision' | 'by'>, who: string): Role =>
  decision !== null && by === who ? roleToDecide(decision) : 'editor'

/** Who may give a saved view another name, have it ask for something else, or remove it: whoever saved it, and admins. */
export const roleToChangeView = ({ by }: Pick<SavedView, 'by'>, who: string): Role => (by === who ? 'analyst' : 'admin')
