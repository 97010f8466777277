import { nameOf } from '../export/view/lookup.ts'
import { oneLine } from '../export/view/plain.ts'
import { type River, river } from '../export/workbench/river.ts'
import type { Shelf, Story } from '../export/workbench/shelf.ts'
import { Written } from '../views/parts/written.tsx'
import { FlowTable } from '../views/river/flow-table.tsx'
import { RiverDrawing } from '../views/river/river-drawing.tsx'
import { type PlacedNode, riverLayout } from '../views/river/river-layout.ts'
import { words } from '../views/words.ts'
import type { Dossier } from './setting.tsx'
import { slug } from './slug.ts'

/** Rivers with something in them, the one of most reports first. */
export function riversOf(shelf: Shelf): readonly StoryRiver[] {
  return shelf.stories
    .map((story) => ({ story, river: river(shelf, story) }))
    .filter(({ river }) => river.links.length > 0)
}

export interface StoryRiver {
  readonly story: Story
  readonly river: River
}

/** One river for each event: drawn for a page and for a telephone, and told as a list. */
export function Rivers({ dossier, rivers }: { readonly dossier: Dossier; readonly rivers: readonly StoryRiver[] }) {
  return (
    <>
      <p className="caption">{words.river.caption}</p>
      {rivers.slice(0, mostDrawn).map((each, index) => (
        <OneRiver key={each.story.id} dossier={dossier} {...each} number={index + 1} isOnly={rivers.length === 1} />
      ))}
      {rivers.length > mostDrawn && (
        <details className="as-table">
          <summary>{rivers.length - mostDrawn} more, as lists</summary>
          {rivers.slice(mostDrawn).map((each) => (
            <section key={each.story.id}>
              <h3>
                <Written most={200}>{each.story.title}</Written>
              </h3>
              <Flows dossier={dossier} {...each} />
            </section>
          ))}
        </details>
      )}
    </>
  )
}

/** A page with more pictures is no picture any more. */
const mostDrawn = 12
/** Beyond this many lines a drawing shows nothing any more. */
const mostLines = 600
/** Width of the page's column and of a telephone's, in pixels. */
const [wide, narrow] = [1120, 328]

function OneRiver({
  dossier,
  story,
  river,
  number,
  isOnly,
}: StoryRiver & { readonly dossier: Dossier; readonly number: number; readonly isOnly: boolean }) {
  const { held, setting } = dossier
  const layout = riverLayout(river, undefined, new Set())
  const lines = layout.feeds.length + layout.voices.length + layout.relays.length
  const listed = new Set(river.links.map(({ to }) => to))
  const leadsTo = ({ kind, id, members }: PlacedNode) => {
    if (kind === 'origin' || kind === 'rest') return undefined
    if (kind === 'report') return { to: setting.report(id) }
    const names = [...new Set(members.map((member) => nameOf(held, member)))].slice(0, 20).join(', ')
    const first = [id, ...members].find((each) => listed.has(each))
    return { to: first === undefined ? setting.report(members[0] ?? '') : flowId(first), title: names }
  }
  const drawn = { layout, setting, leadsTo }
  return (
    <figure className="river" aria-label={isOnly ? undefined : oneLine(story.title)}>
      {!isOnly && (
        <h3>
          <Written most={200}>{story.title}</Written>
        </h3>
      )}
      {lines > mostLines ? (
        <p>{words.river.tooMany(lines)}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <div className="scroll only-wide" tabIndex={0} role="group" aria-label="River, scrollable">
            <RiverDrawing {...drawn} width={wide} name={`river-${number}`} />
          </div>
          <div className="only-narrow">
            <RiverDrawing {...drawn} width={narrow} name={`river-${number}-narrow`} />
          </div>
        </>
      )}
      <details className="as-table">
        <summary>The same as a list</summary>
        <Flows dossier={dossier} river={river} />
      </details>
    </figure>
  )
}

function Flows({ dossier: { setting }, river }: { readonly dossier: Dossier; readonly river: River }) {
  return (
    <FlowTable
      river={river}
      setting={setting}
      leadsTo={({ id, kind }) => (kind === 'document' ? setting.report(id) : undefined)}
      idOf={(report) => flowId(report).slice(1)}
    />
  )
}

const flowId = (report: string): string => `#f-${slug(report)}`
