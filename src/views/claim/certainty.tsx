import { words } from '../words.ts'

/** How sure the reports sound, as a stretch of a line from certainly not to certain, and in words. */
export function Certainty({ least, most }: { readonly least: number; readonly most: number }) {
  const at = (score: number): number => ((Math.max(-3, Math.min(3, score)) + 3) / 6) * 56 + 4
  const [from, to] = [at(least), at(most)]
  const say = words.certainty.range(words.certainty.scale(least), words.certainty.scale(most))
  return (
    <span className="certainty-mark">
      <svg width="64" height="12" viewBox="0 0 64 12" aria-hidden="true">
        <line className="axis" x1="4" x2="60" y1="6" y2="6" />
        <line className="middle" x1="32" x2="32" y1="3" y2="9" />
        <line className="stretch" x1={from} x2={to} y1="6" y2="6" />
        <circle cx={from} cy="6" r="3" />
        <circle cx={to} cy="6" r="3" />
      </svg>
      <span className="say">{say}</span>
    </span>
  )
}
