import type { Capture } from '../capture.ts'
import { holdsMembers } from '../zip/accepts.ts'

/** A web archive collection (WACZ), by what it holds. */
export const isWacz = (capture: Capture): boolean => holdsMembers(capture, /^datapackage\.json$/, /^archive\/./)
