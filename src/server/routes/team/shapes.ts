import { z } from '@hono/zod-openapi'
import { scopes } from '../../../team/account.ts'
import { roles } from '../../../team/roles.ts'

/** Names of people in paths. */
export const named = z.object({ name: z.string().max(100) })

/** Ids of links in paths. */
export const linkId = z.object({ id: z.string().max(100) })

export const role = z.enum(roles)

/** A collection by its name, or all by `*`. */
export const where = z.string().min(1).max(100)

export const password = z.string().max(1_000)

export const grant = z.object({ collection: where, role }).openapi('Grant')

export const me = z
  .object({
    mode: z.enum(['local', 'team']),
    name: z.string().nullable().openapi({ description: 'Null for whoever has not signed in' }),
    csrf: z
      .string()
      .nullable()
      .openapi({ description: 'To send as X-Headwater-Csrf with everything that changes something' }),
    steward: z.boolean().openapi({ description: 'Admin of every collection' }),
    hasPassword: z.boolean(),
    identity: z.string().nullable().openapi({ description: 'Who else says who people are' }),
  })
  .openapi('Me')

export const person = z
  .object({
    name: z.string(),
    email: z.string().nullable(),
    createdAt: z.string(),
    removedAt: z.string().nullable(),
    grants: z.array(grant).readonly(),
  })
  .openapi('Person')

export const link = z
  .object({
    address: z.string().openapi({ description: 'Works once; shown now and never again' }),
    expiresAt: z.string(),
  })
  .openapi('Link')

export const invitation = z
  .object({
    kind: z.enum(['set-up', 'invite', 'reset']),
    name: z.string().nullable().openapi({ description: 'Of whom a new password is set' }),
    collection: z.string().nullable(),
    role: role.nullable(),
    by: z.string(),
    expiresAt: z.string(),
  })
  .openapi('Invitation')

export const openLink = z
  .object({
    id: z.string(),
    kind: z.enum(['set-up', 'invite', 'reset']),
    name: z.string().nullable().openapi({ description: 'Of whom a new password is set' }),
    email: z.string().nullable(),
    collection: z.string().nullable(),
    role: role.nullable(),
    by: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .openapi('OpenLink')

export const session = z
  .object({ id: z.string(), agent: z.string(), createdAt: z.string(), seenAt: z.string(), isThis: z.boolean() })
  .openapi('Session')

export const token = z
  .object({
    id: z.string(),
    label: z.string(),
    collection: where,
    scope: z.enum(scopes),
    createdAt: z.string(),
    expiresAt: z.string(),
    seenAt: z.string().nullable(),
  })
  .openapi('Token')
