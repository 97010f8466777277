import type { OpenTelemetry } from '../ports/telemetry.ts'
import type { Monitor } from '../server/monitor.ts'
import type { Part } from '../server/parts.ts'
import { type Options, type World, WrongUsage } from './command.ts'

export const monitorOption = {
  flags: '--monitor <address>',
  says: 'answer /healthz, /readyz and /metrics (Prometheus) at a port of this machine, or at an address and port: 0.0.0.0:9464',
}

/** What a process that lasts can say of itself. */
export interface Standing {
  /** Why it cannot do its work at the moment; undefined when it can. */
  ready(): Promise<string | undefined>
  readonly parts: readonly Part[]
}

/** Answers those who run the program, where they ask for it. */
export async function openMonitorOf(
  { monitor }: Options,
  telemetry: OpenTelemetry,
  world: Pick<World, 'tell'>,
  standing: Standing,
): Promise<Monitor | undefined> {
  if (monitor === undefined) return undefined
  const { host, port } = placeOf(String(monitor))
  const [{ openMonitor }, { levelsOfParts }] = await Promise.all([
    import('../server/monitor.ts'),
    import('../server/parts.ts'),
  ])
  const levels = levelsOfParts(standing.parts)
  const opened = await openMonitor(host, port, {
    ready: standing.ready,
    metrics: async () => telemetry.exposition(await levels()),
    mediaType: telemetry.mediaType,
  })
  world.tell(`health and metrics at ${opened.address}`)
  return opened
}

/** `9464`, `0.0.0.0:9464`, `[::]:9464` */
function placeOf(text: string): { readonly host: string; readonly port: number } {
  const [, name = '127.0.0.1', digits = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? []
  const [host, port] = [name.replace(/^\[(.*)\]$/, '$1'), Number(digits)]
  const isName = /^[\w.-]+$/.test(host) || (host !== name && /^[\da-f:.]+$/i.test(host))
  if (digits === '' || port > 65_535 || !isName)
    throw new WrongUsage(`--monitor wants a port, or an address and a port (0.0.0.0:9464), not "${text}"`)
  return { host, port }
}
