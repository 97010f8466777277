import { z } from '@hono/zod-openapi'

/**
 * A whole number in an address, written with digits only: `1e3`, `0x10` and nothing at all, which JavaScript would take for numbers, are
 * none here.
 */
export const whole = (minimum: number, maximum: number = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .refine((text) => /^-?\d{1,16}$/.test(text), 'A whole number is wanted.')
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .openapi({ type: 'integer', minimum, maximum })

/** The same where something is taken when nothing is said. */
export const wholeOr = (usual: number, minimum: number, maximum?: number) =>
  whole(minimum, maximum).default(usual).openapi({ default: usual })

/** A number in an address: `40`, `-0.5`. */
export const amount = () =>
  z
    .string()
    .refine((text) => /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text), 'A number is wanted, 40 or -0.5.')
    .transform(Number)
    .pipe(z.number())
    .openapi({ type: 'number' })
