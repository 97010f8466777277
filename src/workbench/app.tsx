import { type ReactNode, useEffect } from 'react'
import { hrefOf } from './address/address.ts'
import { go, Link, useAddress } from './address/navigation.tsx'
import { AlertsPage } from './alerts/alerts-page.tsx'
import { listen } from './answers/live.ts'
import { ClaimPage } from './claim/claim-page.tsx'
import { ClaimsPage } from './claims/claims-page.tsx'
import { AddPage } from './collection/add-page.tsx'
import { Beginning, CollectionsPage } from './collections/collections-page.tsx'
import { keepLastOpen, useCollections } from './collections/known.ts'
import { ExportPage } from './export/export-page.tsx'
import { HelpPage } from './help/help-page.tsx'
import { later } from './parts/later.tsx'
import { Empty } from './parts/states.tsx'
import { ReportsPage } from './reader/reports-page.tsx'
import { ReviewPage } from './review/review-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { BareShell } from './shell/bare-shell.tsx'
import { Page } from './shell/page.tsx'
import { Shell } from './shell/shell.tsx'
import { SourcePage } from './sources/source-page.tsx'
import { SourcesPage } from './sources/sources-page.tsx'
import { StoriesPage } from './story/stories-page.tsx'
import { AccountPage } from './team/account-page.tsx'
import { JoinPage } from './team/join-page.tsx'
import { useMe } from './team/me.ts'
import { MembersPage } from './team/members-page.tsx'
import { PeoplePage } from './team/people-page.tsx'
import { SignInPage } from './team/sign-in-page.tsx'
import { words } from './words.ts'

const reader = later(() => import('./reader/reader-page.tsx'), 8)
const story = later(() => import('./story/story-page.tsx'), 8)

/** The workbench: the frame around one screen, which the address names. */
export function App() {
  const { collection, parts } = useAddress()
  const { value: me } = useMe()
  const isStranger = me?.mode === 'team' && me.name === null && parts[0] !== 'sign-in' && parts[0] !== 'join'
  useEffect(() => {
    if (isStranger) location.replace(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
  }, [isStranger])
  useEffect(loadLater, [])
  if (isStranger || (me === undefined && collection === undefined)) return null
  if (collection !== undefined)
    return <Collection key={collection} name={collection} room={parts[0] ?? ''} id={parts[1]} />
  return <BareShell>{outside(parts[0])}</BareShell>
}

/** The screens that come in files of their own are there before somebody goes to one, and after what is shown first. */
function loadLater(): () => void {
  const timer = setTimeout(() => void Promise.allSettled([reader.ahead(), story.ahead()]), 1_500)
  return () => clearTimeout(timer)
}

/** What is in no collection. */
function outside(room: string | undefined): ReactNode {
  switch (room) {
    case undefined:
      return <Beginning />
    case 'collections':
      return <CollectionsPage />
    case 'sign-in':
      return <SignInPage />
    case 'join':
      return <JoinPage />
    case 'account':
      return <AccountPage />
    case 'people':
      return <PeoplePage />
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
      return id === undefined ? <ReportsPage /> : <reader.Shown key={id} id={id} />
    case 'stories':
      return id === undefined ? <StoriesPage /> : <story.Shown key={id} id={id} />
    case 'sources':
      return id === undefined ? <SourcesPage /> : <SourcePage key={id} id={id} />
    case 'add':
      return <AddPage />
    case 'search':
      return <SearchPage />
    case 'review':
      return <ReviewPage />
    case 'alerts':
      return <AlertsPage />
    case 'export':
      return <ExportPage />
    case 'members':
      return <MembersPage />
    case 'settings':
      return <SettingsPage />
    case 'help':
      return <HelpPage />
    default:
      return <Empty title={words.states.noSuchPage} />
  }
}
