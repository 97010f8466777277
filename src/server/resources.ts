import type { App } from './app.ts'
import { alerts } from './routes/alerts.ts'
import { captures } from './routes/captures.ts'
import { claims } from './routes/claims.ts'
import { collection } from './routes/collection.ts'
import { decisions } from './routes/decisions.ts'
import { documents } from './routes/documents.ts'
import { events } from './routes/events.ts'
import { exports } from './routes/export.ts'
import { follows } from './routes/follows.ts'
import { imports } from './routes/imports.ts'
import { inputs } from './routes/inputs.ts'
import { log } from './routes/log.ts'
import { search } from './routes/search.ts'
import { sources } from './routes/sources.ts'
import { stories } from './routes/stories.ts'
import { suggestions } from './routes/suggestions.ts'
import { views } from './routes/views.ts'

/** Puts the routes of one resource under `/api/v1/collections/{collection}`. */
export type Resource = (app: App) => void

/** Everything the API has of a collection. A new resource is one file and one line here. */
export const resources: readonly Resource[] = [
  collection,
  documents,
  captures,
  claims,
  views,
  sources,
  stories,
  search,
  alerts,
  follows,
  suggestions,
  decisions,
  imports,
  inputs,
  events,
  log,
  exports,
]
