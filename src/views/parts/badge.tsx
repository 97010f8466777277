import type { Mark } from './mark-of.ts'

/** The mark of a voice: letters in its colour. Where its name does not stand beside it, it is given to be read out. */
export function Badge({ mark, name }: { readonly mark: Mark | undefined; readonly name?: string | undefined }) {
  if (!mark)
    return (
      <span className="badge none" aria-hidden="true">
        ?
      </span>
    )
  return (
    <span className={`badge o${mark.hue}`} title={name}>
      <span aria-hidden="true">{mark.letters}</span>
      {name !== undefined && <span className="visually-hidden">{name}</span>}
    </span>
  )
}
