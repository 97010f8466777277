import { Badge as Drawn } from '../../views/parts/badge.tsx'
import { markOf } from '../../views/parts/mark-of.ts'

/** The mark of a voice: its letters in its colour, the same all over the workbench. Its name stands beside it or is read out. */
export function Badge({ name, silent = false }: { readonly name: string | undefined; readonly silent?: boolean }) {
  return <Drawn mark={name === undefined ? undefined : markOf(name)} name={silent ? undefined : name} />
}
