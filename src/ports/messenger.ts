import type { Alert } from '../collection/alerts.ts'

/** One place that alerts are brought to. */
export interface Messenger {
  /** What names it in a collection, without any secret: `webhook a.example (5f0c…)`, `command notify-send`. */
  readonly to: string
  /** Brings one alert. What keeps it from arriving is told in one sentence, and it is tried again later; undefined when it arrived. */
  send(alert: Alert): Promise<string | undefined>
}
