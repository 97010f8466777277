import { z } from 'zod'
import type { Task } from './prompts.ts'

const quote = z.string()

/** What a model may answer: words and numbers of statements. There is no place in it for an address, an id, a report or an order. */
export const answerShapes = {
  statements: z.strictObject({
    statements: z.array(z.strictObject({ quote })),
    attributions: z.array(z.strictObject({ quote, source: z.string() })),
  }),
  links: z.strictObject({ links: z.array(z.strictObject({ a: z.int(), b: z.int() })) }),
  translations: z.strictObject({ translations: z.array(z.strictObject({ quote, translation: z.string() })) }),
} as const satisfies Readonly<Record<Task, z.ZodType>>

/** The same as JSON Schema, in the part of it that models know. */
export function shapeOf(task: Task): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(answerShapes[task])
  return JSON.parse(
    // A bound of JavaScript's that tells a model nothing.
    JSON.stringify(schema, (name, held: unknown) => (name === 'minimum' || name === 'maximum' ? undefined : held)),
  )
}
