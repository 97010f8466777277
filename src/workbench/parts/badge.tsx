import { Badge as Drawn } from '../../views/parts/badge.tsx'
import { markOf } from '../../views/parts/mark-of.ts'

/** The mark of a voice: its letters in its colour, the same all over the workbench. It says nothing itself: the name stands beside it. */
export const Badge = ({ name }: { readonly name: string | undefined }) => (
  <Drawn mark={name === undefined ? undefined : markOf(name)} />
)
