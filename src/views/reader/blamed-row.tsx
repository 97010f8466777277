import { type ComponentType, memo, type ReactNode } from 'react'
import { plain } from '../../export/view/plain.ts'
import { stations } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import { bare } from '../parts/written.tsx'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'
import { Margin } from './margin.tsx'
import type { Layer, Run } from './pieces.ts'
import type { TextRow } from './text-rows.ts'

/** The text of a report, and what is known of it. */
export interface BlamedText extends InSetting {
  readonly text: string
  /** By the report that words were taken from. */
  readonly tints: ReadonlyMap<string, number>
  readonly trailOf: (statement: string) => Trail | undefined
  /** The link around the words of a statement. */
  readonly Statement: ComponentType<StatementProps>
}

export interface StatementProps {
  readonly statement: string
  /** Offset of these words; a statement with another one inside it comes in several runs. */
  readonly start: number
  readonly end: number
  readonly className: string
  readonly children: ReactNode
}

/** Words of a report with their origins in the margin beside them. */
export function BlamedRow({
  row,
  heading,
  ...blamed
}: BlamedText & {
  readonly row: TextRow
  /** Given where the words are the headline. */
  readonly heading?: { readonly id: string; readonly lang: string }
}) {
  const { setting, held } = blamed
  const Words = heading ? 'h3' : 'p'
  return (
    <div className="blame-row">
      <Margin setting={setting} held={held} trails={row.trails} />
      <Words dir="auto" {...heading}>
        {row.runs.map((run) => (
          <RunOfWords key={run.start} run={run} {...blamed} />
        ))}
      </Words>
    </div>
  )
}

const RunOfWords = memo(function RunOfWords({
  run,
  setting,
  held,
  text,
  tints,
  trailOf,
  Statement,
}: BlamedText & { readonly run: Run }) {
  const inside = run.pieces.map(({ start, end, layers }) => {
    const [look, title] = [lookOf(layers, tints), titleOf(layers)]
    const id = layers.find((layer) => layer.kind === 'evidence' && layer.start === start)?.id
    const said = bare(text.slice(start, end))
    if (look === undefined && title === undefined && id === undefined) return said
    return (
      <span key={start} id={id} className={look} title={title}>
        {said}
      </span>
    )
  })
  const { statement, start, end } = run
  if (statement === undefined || !text.slice(start, end).trim()) return inside
  const trail = trailOf(statement)
  const origin = trail?.end === 'origin' ? stations(held, trail).at(-1) : undefined
  const mark = origin && setting.mark(origin.node, origin.name)
  return (
    <Statement statement={statement} start={start} end={end} className={mark ? `st o${mark.hue}` : 'st'}>
      {inside}
    </Statement>
  )
})

/** The class names of some words by what lies over them. */
export function lookOf(layers: readonly Layer[], tints: ReadonlyMap<string, number>): string | undefined {
  const looks = layers.flatMap(({ kind, id }) => {
    if (kind === 'statement' || kind === 'evidence') return []
    if (kind === 'passage') return [`copied h${tints.get(id) ?? 1}`]
    return kind === 'target' ? ['target'] : [`layer ${kind}`]
  })
  return looks.length > 0 ? [...new Set(looks)].join(' ') : undefined
}

/** What a pointer over some words tells of them. */
function titleOf(layers: readonly Layer[]): string | undefined {
  const named = layers.filter(({ kind, id }) => (kind === 'hedges' || kind === 'times') && id !== '')
  return named.length > 0
    ? named.map(({ kind, id }) => (kind === 'hedges' ? words.claim.by(id) : plain(id))).join('; ')
    : undefined
}
