import type { FormEvent } from 'react'
import { shorten } from '../../export/view/plain.ts'
import { mostWords, reportsWords, summarySentences } from '../../export/view/summary.ts'
import type { FindingKind } from '../../model/finding.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, Link, useAddress } from '../address/navigation.tsx'
import { useGet } from '../answers/get.ts'
import type { CollectionAnswer } from '../answers/shapes.ts'
import { FilterField } from '../parts/filter-field.tsx'
import { useIdle } from '../parts/idle.ts'
import { Page } from '../shell/page.tsx'
import { WhyPanel } from '../why/why-panel.tsx'
import { words } from '../words.ts'
import { ClaimGroups } from './claim-groups.tsx'
import { ClaimTable } from './claim-table.tsx'
import { claimsPath } from './claims-path.ts'
import { SavedViews } from './saved-views.tsx'

/** All claims as a table that sorts, filters and groups; every state of it is in the address. */
export function ClaimsPage() {
  const { query } = useAddress()
  const collection = useGet('', {})
  const group = query.get('group')
  const why = query.get('why')
  return (
    <Page
      title={words.claims.title}
      heading={<Headline collection={collection.value} />}
      lead={<Standfirst collection={collection.value} />}
    >
      {collection.value?.counts.documents !== 0 && (
        <>
          <SavedViews />
          <Filters stories={collection.value?.stories ?? 0} />
        </>
      )}
      {group ? <ClaimGroups by={group} /> : <ClaimTable path={claimsPath(query)} />}
      {why && <WhyPanel claim={why} about={query.get('about') ?? 'origins'} />}
    </Page>
  )
}

function Headline({ collection }: { readonly collection: CollectionAnswer | undefined }) {
  if (!collection) return <>{words.claims.title}</>
  const { summary, counts } = collection
  if (counts.documents === 0) return <>{words.claims.nothingRead}</>
  return (
    <>
      {reportsWords(summary)}, <em>{mostWords(summary)}</em>
    </>
  )
}

function Standfirst({ collection }: { readonly collection: CollectionAnswer | undefined }) {
  if (!collection || collection.counts.documents === 0) return null
  const { summary, addNothing } = collection
  const [, ...told] = summarySentences({ ...summary, addNothing: { length: addNothing } })
  return (
    <p>
      {told.join(' ')} {!collection.upToDate && <em>{words.claims.coming}</em>}
    </p>
  )
}

function Filters({ stories }: { readonly stories: number }) {
  const here = useAddress()
  const { query } = here
  const change = (changes: Readonly<Record<string, string>>): void => go(withQuery(here, changes), 'replace')
  const submit = (event: FormEvent): void => event.preventDefault()
  const filtered = ['q', 'finding', 'origins', 'story', 'group', 'origin', 'source'].some((name) => query.has(name))
  return (
    <form className="filters" role="search" aria-label={words.claims.filter} onSubmit={submit}>
      <FilterField label={words.claims.byWords} />
      <label>
        {words.claims.byFinding}
        <select value={query.get('finding') ?? ''} onChange={(event) => change({ finding: event.target.value })}>
          <option value="">{words.claims.anything}</option>
          {Object.entries(words.findings).map(([kind, name]) => (
            <option key={kind} value={kind satisfies string as FindingKind}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.claims.byOrigins}
        <select value={query.get('origins') ?? ''} onChange={(event) => change({ origins: event.target.value })}>
          <option value="">{words.claims.anyNumber}</option>
          {words.claims.originChoices.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {stories > 1 && <StoryFilter change={(story) => change({ story })} />}
      <label>
        {words.claims.groupBy}
        <select value={query.get('group') ?? ''} onChange={(event) => change({ group: event.target.value })}>
          {words.claims.groups.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {filtered && (
        <Link className="button quiet" to={hrefOf(['claims'])}>
          {words.claims.showAll}
        </Link>
      )}
    </form>
  )
}

/** The rest are found among the stories. */
const mostStories = 300

/** The stories come when the claims are there: they are hundreds, which nobody sees before the list is opened. */
function StoryFilter({ change }: { readonly change: (story: string) => void }) {
  const chosen = useAddress().query.get('story') ?? ''
  const idle = useIdle()
  const { value } = useGet('/stories', idle || chosen !== '' ? { limit: mostStories } : undefined)
  return (
    <label>
      {words.claims.byStory}
      <select value={chosen} onChange={(event) => change(event.target.value)}>
        <option value="">{words.claims.anyStory}</option>
        {value?.items.map(({ id, title }) => (
          <option key={id} value={id}>
            {shorten(title ?? words.stories.untitled, 60)}
          </option>
        ))}
      </select>
    </label>
  )
}
