import { namespace } from '../naming/names.ts'
import { uuidOf } from '../naming/uuid.ts'

/** The identity that Headwater's own objects are created by: what bears it was found by the program, not written by a person. */
export const us = `identity--${uuidOf(namespace, 'headwater')}`
