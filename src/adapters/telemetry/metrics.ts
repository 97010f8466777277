import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Doing, Facts, Level } from '../../ports/telemetry.ts'

/** What is measured in this process, for Prometheus. */
export interface Metrics {
  ended(doing: Doing, facts: Facts, seconds: number, isFailed: boolean): void
  exposition(levels: readonly Level[]): Promise<string>
  readonly mediaType: string
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'headwater_request_seconds',
    help: 'How long requests took until the answer began',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const tasks = new Histogram({
    name: 'headwater_task_seconds',
    help: 'How long work in the background took, by how it ended',
    labelNames: ['task', 'collection', 'outcome'],
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 1800],
    registers: [registry],
  })
  const gauges = new Map<string, Gauge>()

  return {
    mediaType: registry.contentType,
    ended({ kind, name }, facts, seconds, isFailed) {
      // Whoever asks must not be able to make series without end.
      if (kind === 'request')
        requests.observe(
          { method: methods.has(name) ? name : 'other', route: facts.route ?? 'none', status: facts.status ?? 'none' },
          seconds,
        )
      else
        tasks.observe(
          { task: name, collection: facts.collection ?? '', outcome: isFailed ? 'failed' : (facts.outcome ?? 'done') },
          seconds,
        )
    },
    exposition(levels) {
      for (const gauge of gauges.values()) gauge.reset()
      for (const { name, says, labels, value } of levels) gaugeOf(name, says, Object.keys(labels)).set(labels, value)
      return registry.metrics()
    },
  }

  function gaugeOf(name: string, help: string, labelNames: readonly string[]): Gauge {
    const known = gauges.get(name)
    if (known) return known
    const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })
    gauges.set(name, gauge)
    return gauge
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
