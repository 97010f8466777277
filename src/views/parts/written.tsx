import { memo } from 'react'
import { words } from '../words.ts'
import { marked } from './direction-marks.ts'

/**
 * Words that somebody else wrote. They are text and nothing else; marks that turn the reading direction or hide letters are shown as
 * marks, and the whole stands apart from the direction of the words around it.
 */
export const Written = memo(function Written({
  children,
  most,
}: {
  readonly children: string
  readonly most?: number
}) {
  const text = most !== undefined && children.length > most ? `${children.slice(0, most).toWellFormed()}…` : children
  return <bdi>{bare(text)}</bdi>
})

/** The same without a frame of its own, for pieces of one text. */
export function bare(text: string) {
  const pieces = marked(text)
  if (pieces.length === 1 && pieces[0]?.mark === undefined) return pieces[0]?.text ?? ''
  return pieces.map(({ text, mark, at }) =>
    mark === undefined ? (
      text
    ) : (
      <span key={at} className="mark-of-direction" title={words.written.hidden(mark)}>
        {mark}
      </span>
    ),
  )
}
