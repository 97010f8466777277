import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { go, useAddress } from './address/navigation.tsx'
import { AlertsPage } from './alerts/alerts-page.tsx'
import { ClaimPage } from './claim/claim-page.tsx'
import { ClaimsPage } from './claims/claims-page.tsx'
import { AddPage } from './collection/add-page.tsx'
import { ExportPage } from './export/export-page.tsx'
import { HelpPage } from './help/help-page.tsx'
import { Empty, Loading } from './parts/states.tsx'
import { ReportsPage } from './reader/reports-page.tsx'
import { ReviewPage } from './review/review-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { Shell } from './shell/shell.tsx'
import { SourcePage } from './sources/source-page.tsx'
import { SourcesPage } from './sources/sources-page.tsx'
import { StoriesPage } from './story/stories-page.tsx'
import { words } from './words.ts'

const ReaderPage = lazy(() => import('./reader/reader-page.tsx'))
const StoryPage = lazy(() => import('./story/story-page.tsx'))

/** The workbench: the frame around one screen, which the address names. */
export function App() {
  const { parts } = useAddress()
  const [room = '', id] = parts
  useEffect(() => {
    if (room === '') go('/claims', 'replace')
  }, [room])
  return (
    <Shell room={room}>
      <Suspense fallback={<Loading lines={8} />}>{screen(room, id)}</Suspense>
    </Shell>
  )
}

function screen(room: string, id: string | undefined): ReactNode {
  switch (room) {
    case '':
    case 'claims':
      return id === undefined ? <ClaimsPage /> : <ClaimPage key={id} claim={id} />
    case 'reports':
      return id === undefined ? <ReportsPage /> : <ReaderPage key={id} id={id} />
    case 'stories':
      return id === undefined ? <StoriesPage /> : <StoryPage key={id} id={id} />
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
    case 'settings':
      return <SettingsPage />
    case 'help':
      return <HelpPage />
    default:
      return <Empty title={words.states.noSuchPage} />
  }
}
