import { whenIdle } from './parts/idle.ts'
import { later } from './parts/later.tsx'

/** Every screen but the list of claims and a claim, where most begin, comes in a file of its own; in the order in which they are fetched ahead. */
export const screens = {
  story: later(async () => (await import('./story/story-page.tsx')).StoryPage, 8),
  reader: later(async () => (await import('./reader/reader-page.tsx')).ReaderPage, 8),
  stories: later(async () => (await import('./story/stories-page.tsx')).StoriesPage, 8),
  reports: later(async () => (await import('./reader/reports-page.tsx')).ReportsPage, 8),
  sources: later(async () => (await import('./sources/sources-page.tsx')).SourcesPage, 8),
  source: later(async () => (await import('./sources/source-page.tsx')).SourcePage, 8),
  review: later(async () => (await import('./review/review-page.tsx')).ReviewPage, 8),
  search: later(async () => (await import('./search/search-page.tsx')).SearchPage, 8),
  alerts: later(async () => (await import('./alerts/alerts-page.tsx')).AlertsPage, 8),
  add: later(async () => (await import('./collection/add-page.tsx')).AddPage, 8),
  export: later(async () => (await import('./export/export-page.tsx')).ExportPage, 8),
  help: later(async () => (await import('./help/help-page.tsx')).HelpPage, 8),
  settings: later(async () => (await import('./settings/settings-page.tsx')).SettingsPage, 8),
  members: later(async () => (await import('./team/members-page.tsx')).MembersPage, 8),
  account: later(async () => (await import('./team/account-page.tsx')).AccountPage, 8),
  people: later(async () => (await import('./team/people-page.tsx')).PeoplePage, 8),
  join: later(async () => (await import('./team/join-page.tsx')).JoinPage, 8),
  signIn: later(async () => (await import('./team/sign-in-page.tsx')).SignInPage, 8),
}

/** Has the files of all screens fetched, one after the other, each when there is nothing else to do. Gives what ends it. */
export function fetchAhead(): () => void {
  const waiting = Object.values(screens)
  let cancel = (): void => undefined
  const next = (): void => {
    const screen = waiting.shift()
    // What cannot be fetched now is asked for again, and complained about, when somebody goes there.
    if (screen) cancel = whenIdle(() => void screen.ahead().then(next, next))
  }
  next()
  return () => {
    waiting.length = 0
    cancel()
  }
}
