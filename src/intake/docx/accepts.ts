import type { Capture } from '../capture.ts'
import { holdsMembers } from '../zip/accepts.ts'

/** A Word document (Office Open XML), by what it holds. */
export const isDocx = (capture: Capture): boolean =>
  holdsMembers(capture, /^\[Content_Types\]\.xml$/, /^word\/document\d*\.xml$/)
