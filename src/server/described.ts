import type { z } from '@hono/zod-openapi'

/** A JSON answer, as a route describes it. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The body of a request in JSON, which has to be there. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})
