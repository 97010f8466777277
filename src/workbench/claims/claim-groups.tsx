import { useState } from 'react'
import type { ClaimRow } from '../../export/workbench/claim-rows.ts'
import type { SourceRow } from '../../export/workbench/source-rows.ts'
import type { StoryRow } from '../../export/workbench/story-page.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { useAsk, useList } from '../answers/ask.ts'
import type { Page } from '../answers/shapes.ts'
import { Badge } from '../parts/badge.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { Answered, Loading } from '../parts/states.tsx'
import { words } from '../words.ts'
import { ClaimLine } from './claim-line.tsx'
import { Heads, NoClaims, walkRows } from './claim-table.tsx'
import { claimsPath } from './claims-path.ts'

interface Group {
  readonly id: string
  readonly name: string
  /** How many claims, where it is known before asking. */
  readonly claims: number | undefined
  readonly isVoice: boolean
}

/** The claims under what they have in common; a group asks for its rows when it is opened. */
export function ClaimGroups({ by }: { readonly by: string }) {
  if (by === 'story') return <ByStory />
  if (by === 'origin') return <ByOrigin />
  const kinds = Object.entries(words.findings).map(
    ([id, name]): Group => ({ id, name, claims: undefined, isVoice: false }),
  )
  return <Groups param="finding" groups={kinds} />
}

function ByStory() {
  const stories = useList<StoryRow>('/stories')
  return (
    <Answered asked={stories}>
      {(rows) => (
        <>
          <Groups
            param="story"
            groups={rows.map(({ id, title, claims }) => ({
              id,
              name: title ?? words.stories.untitled,
              claims,
              isVoice: false,
            }))}
          />
          <MoreButton list={stories} />
        </>
      )}
    </Answered>
  )
}

function ByOrigin() {
  const sources = useList<SourceRow>('/sources')
  return (
    <Answered asked={sources}>
      {(rows) => {
        const origins = rows.filter(({ originOf }) => originOf > 0).sort((a, b) => b.originOf - a.originOf)
        return (
          <Groups
            param="origin"
            groups={origins.map(({ id, name, originOf }) => ({ id, name, claims: originOf, isVoice: true }))}
          />
        )
      }}
    </Answered>
  )
}

function Groups({ param, groups }: { readonly param: string; readonly groups: readonly Group[] }) {
  if (groups.length === 0) return <NoClaims />
  return (
    <div className="groups">
      {groups.map((group, index) => (
        <OneGroup key={group.id} param={param} group={group} opened={index === 0} />
      ))}
    </div>
  )
}

function OneGroup({
  param,
  group,
  opened,
}: {
  readonly param: string
  readonly group: Group
  readonly opened: boolean
}) {
  const { query } = useAddress()
  const [open, setOpen] = useState(opened)
  const path = claimsPath(query, { [param]: group.id })
  const counted = useAsk<Page<ClaimRow>>(
    group.claims === undefined ? `${path}${path.includes('?') ? '&' : '?'}limit=1` : null,
  )
  const claims = group.claims ?? counted.value?.total
  if (claims === undefined || (claims === 0 && group.claims === undefined)) return null
  return (
    <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {group.isVoice && <Badge name={group.name} />} <Written most={120}>{group.name}</Written>{' '}
        <span className="amount">{words.claims.found(claims)}</span>
      </summary>
      {open && <GroupRows param={param} group={group} />}
    </details>
  )
}

function GroupRows({ param, group }: { readonly param: string; readonly group: Group }) {
  const { query } = useAddress()
  const list = useList<ClaimRow>(claimsPath(query, { [param]: group.id }))
  const rows = list.value
  if (rows === undefined) return list.problem ? <Answered asked={list}>{() => null}</Answered> : <Loading lines={3} />
  if (rows.length === 0) return <p className="soft">{words.claims.none}</p>
  return (
    <>
      <div role="table" className="claims" aria-label={group.name} onKeyDown={walkRows}>
        <Heads />
        <div role="rowgroup">
          {rows.map((row, index) => (
            <ClaimLine key={row.key} row={row} index={index} />
          ))}
        </div>
      </div>
      {list.total !== undefined && rows.length < list.total && (
        <p className="rest">
          {words.claims.restOfGroup(rows.length, list.total)}{' '}
          <Link className="button quiet" to={hrefOf(['claims'], { [param]: group.id })}>
            {words.claims.storyRest}
          </Link>
        </p>
      )}
    </>
  )
}
