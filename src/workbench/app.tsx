import { type ReactNode, useEffect } from 'react'
import { hrefOf } from './address/address.ts'
import { go, Link, useAddress } from './address/navigation.tsx'
import { listen } from './answers/live.ts'
import { ClaimPage } from './claim/claim-page.tsx'
import { ClaimsPage } from './claims/claims-page.tsx'
import { Beginning, CollectionsPage } from './collections/collections-page.tsx'
import { keepLastOpen, useCollections } from './collections/known.ts'
import { Empty } from './parts/states.tsx'
import { fetchAhead, screens } from './screens.ts'
import { BareShell } from './shell/bare-shell.tsx'
import { Page } from './shell/page.tsx'
import { Shell } from './shell/shell.tsx'
import { useMe } from './team/me.ts'
import { words } from './words.ts'

/** The workbench: the frame around one screen, which the address names. */
export function App() {
  const { collection, parts } = useAddress()
  const { value: me } = useMe()
  const isStranger = me?.mode === 'team' && me.name === null && parts[0] !== 'sign-in' && parts[0] !== 'join'
  useEffect(() => {
    if (isStranger) location.replace(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
  }, [isStranger])
  useEffect(fetchAhead, [])
  if (isStranger || (me === undefined && collection === undefined)) return null
  if (collection !== undefined)
    return <Collection key={collection} name={collection} room={parts[0] ?? ''} id={parts[1]} />
  return <BareShell>{outside(parts[0])}</BareShell>
}

/** What is in no collection. */
function outside(room: string | undefined): ReactNode {
  switch (room) {
    case undefined:
      return <Beginning />
    case 'collections':
      return <CollectionsPage />
    case 'sign-in':
      return <screens.signIn.Shown />
    case 'join':
      return <screens.join.Shown />
    case 'account':
      return <screens.account.Shown />
    case 'people':
      return <screens.people.Shown />
    default:
      return <Empty title={words.states.noSuchPage} />
  }
}

function Collection({
  name,
  room,
  id,
}: {
  readonly name: string
  readonly room: string
  readonly id: string | undefined
}) {
  const { value } = useCollections()
  const isThere = value === undefined || value.some((one) => one.name === name)
  useEffect(() => {
    if (!isThere) return
    keepLastOpen(name)
    return listen(name)
  }, [isThere, name])
  useEffect(() => {
    if (room === '') go('/claims', 'replace')
  }, [room])
  if (!isThere)
    return (
      <BareShell>
        <Page title={words.collections.noSuch}>
          <Link className="button" to={hrefOf(['collections'])}>
            {words.collections.all}
          </Link>
        </Page>
      </BareShell>
    )
  return <Shell room={room}>{screen(room, id)}</Shell>
}

function screen(room: string, id: string | undefined): ReactNode {
  switch (room) {
    case '':
    case 'claims':
      return id === undefined ? <ClaimsPage /> : <ClaimPage key={id} claim={id} />
    case 'reports':
      return id === undefined ? <screens.reports.Shown /> : <screens.reader.Shown key={id} id={id} />
    case 'stories':
      return id === undefined ? <screens.stories.Shown /> : <screens.story.Shown key={id} id={id} />
    case 'sources':
      return id === undefined ? <screens.sources.Shown /> : <screens.source.Shown key={id} id={id} />
    case 'add':
      return <screens.add.Shown />
    case 'search':
      return <screens.search.Shown />
    case 'review':
      return <screens.review.Shown />
    case 'alerts':
      return <screens.alerts.Shown />
    case 'export':
      return <screens.export.Shown />
    case 'members':
      return <screens.members.Shown />
    case 'settings':
      return <screens.settings.Shown />
    case 'help':
      return <screens.help.Shown />
    default:
      return <Empty title={words.states.noSuchPage} />
  }
}
