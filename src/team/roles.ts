/**
 * What somebody may do in one collection, each with all that those before it may: a viewer reads, searches and takes copies; an analyst
 * adds reports, follows addresses and writes notes; an editor decides what belongs together; an admin says who has which role.
 */
export const roles = ['viewer', 'analyst', 'editor', 'admin'] as const

export type Role = (typeof roles)[number]

export const isRole = (word: unknown): word is Role => roles.some((role) => role === word)

/** Whether a role, if any, is enough where another is needed. */
export const isEnough = (role: Role | undefined, needed: Role): boolean =>
  role !== undefined && roles.indexOf(role) >= roles.indexOf(needed)
