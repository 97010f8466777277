import type { Facts, OpenTelemetry } from '../../ports/telemetry.ts'
import type { Log } from './log.ts'
import { openMetrics } from './metrics.ts'
import { openSpans } from './spans.ts'

/**
 * Measures what is done; sends traces of it where the environment names a collector, and writes a line on each into a log where there is one.
 *
 * @throws Error when the environment asks for something that cannot be done
 */
export async function openTelemetry(
  env: Readonly<Record<string, string | undefined>>,
  log?: Log,
): Promise<OpenTelemetry> {
  const metrics = openMetrics()
  const spans = await openSpans(env)
  return {
    mediaType: metrics.mediaType,
    exposition: (levels) => metrics.exposition(levels),
    during(doing, work) {
      const inSpan =
        spans?.during ??
        ((_, alone: (noted: () => void, trace: undefined) => ReturnType<typeof work>) =>
          alone(() => undefined, undefined))
      return inSpan(doing, async (told: (facts: Facts) => void, trace: string | undefined) => {
        const started = performance.now()
        let facts: Facts = doing.facts ?? {}
        let isFailed = true
        try {
          const result = await work((more) => {
            facts = { ...facts, ...more }
            told(more)
          })
          isFailed = false
          return result
        } finally {
          const seconds = (performance.now() - started) / 1000
          metrics.ended(doing, facts, seconds, isFailed)
          const level = isFailed || Number(facts.status) >= 500 ? 'error' : 'info'
          log?.line(level, `${doing.kind} ${doing.name}`, {
            outcome: 'done',
            ...facts,
            ...(isFailed ? { outcome: 'failed' } : {}),
            seconds: Math.round(seconds * 1e4) / 1e4,
            ...(trace === undefined ? {} : { trace }),
          })
        }
      })
    },
    close: async () => spans?.close(),
  }
}
