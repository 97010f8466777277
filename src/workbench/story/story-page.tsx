import type { RiverNode } from '../../export/workbench/river.ts'
import type { StoryPage as StoryAnswer } from '../../export/workbench/story-page.ts'
import { Written } from '../../views/parts/written.tsx'
import { FlowTable } from '../../views/river/flow-table.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { useAsk } from '../answers/ask.ts'
import { ClaimTable } from '../claims/claim-table.tsx'
import { later } from '../parts/later.tsx'
import { setting } from '../parts/setting.ts'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { WhyPanel } from '../why/why-panel.tsx'
import { words } from '../words.ts'
import { River } from './river.tsx'
import { Timeline } from './timeline.tsx'

const map = later(async () => (await import('./map.tsx')).StoryMap, 10)

/** One story: its figures in a sentence, and five ways of looking at it, each with an address. */
export function StoryPage({ id }: { readonly id: string }) {
  const asked = useAsk<StoryAnswer>(`/stories/${encodeURIComponent(id)}`)
  return (
    <Answered asked={asked} lines={12} whole>
      {(story) => <Story story={story} />}
    </Answered>
  )
}

function Story({ story }: { readonly story: StoryAnswer }) {
  const here = useAddress()
  const view = here.query.get('view') ?? 'river'
  const why = here.query.get('why')
  const { reports, independentOrigins, addNothing } = story.figures
  const title = story.title ?? words.stories.untitled
  return (
    <Page
      title={title}
      kicker={<Link to={hrefOf(['stories'])}>{words.stories.title}</Link>}
      heading={<Written most={200}>{title}</Written>}
      lead={
        <p className="reach">
          <Link to={hrefOf(['reports'], { story: story.id })}>
            {words.stories.figures(reports, independentOrigins, addNothing)}
          </Link>
        </p>
      }
      actions={
        <button type="button" className="quiet no-print" onClick={() => print()}>
          {words.claim.print}
        </button>
      }
    >
      <nav className="tabs no-print" aria-label={title}>
        <ul>
          {Object.entries(words.stories.views).map(([name, said]) => (
            <li key={name}>
              <Link
                to={withQuery(here, { view: name === 'river' ? '' : name, why: '', focus: '' })}
                aria-current={view === name ? 'page' : undefined}
              >
                {said}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {viewOf(view, story)}
      {why && <WhyPanel claim={why} about={here.query.get('about') ?? 'origins'} />}
    </Page>
  )
}

function viewOf(view: string, story: StoryAnswer) {
  if (view === 'list')
    return story.river.links.length === 0 ? (
      <Empty title={words.river.none} />
    ) : (
      <FlowTable river={story.river} setting={setting} leadsTo={(node) => placeOfNode(story, node)} />
    )
  if (view === 'timeline') return <Timeline happenings={story.timeline} />
  if (view === 'map') return <map.Shown places={story.places} />
  if (view === 'claims') return <ClaimTable path={`/claims?story=${encodeURIComponent(story.id)}`} />
  return <River river={story.river} />
}

/** Reports that are drawn as one are looked at in the river. */
function placeOfNode({ id: story }: StoryAnswer, { id, kind }: RiverNode): string {
  if (kind === 'group') return hrefOf(['stories', story], { focus: id })
  return hrefOf([kind === 'origin' ? 'sources' : 'reports', id])
}
