import { badgeOf } from './badge-of.ts'

/** The mark of a voice: its letters in its colour, the same all over the workbench. Its name stands beside it or is read out. */
export function Badge({ name, silent = false }: { readonly name: string | undefined; readonly silent?: boolean }) {
  if (name === undefined)
    return (
      <span className="badge none" aria-hidden="true">
        ?
      </span>
    )
  const { letters, hue } = badgeOf(name)
  return (
    <span className={`badge o${hue}`} title={silent ? undefined : name}>
      <span aria-hidden="true">{letters}</span>
      {!silent && <span className="visually-hidden">{name}</span>}
    </span>
  )
}
