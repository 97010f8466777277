import { markOf } from '../../views/parts/mark-of.ts'
import type { Setting } from '../../views/setting.ts'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'

/** The address of some words in their report. */
export function placeOf(document: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return hrefOf(['reports', document], { at: `${start}-${end}` })
}

/** The workbench as the views see it: links go through its router, and a voice is marked by its name, the same on every screen. */
export const setting: Setting = {
  Link,
  report: (document) => hrefOf(['reports', document]),
  statement: (statement) => placeOf(statement.document, statement),
  words: placeOf,
  mark: (_, name) => markOf(name),
}
