import { pino } from 'pino'
import type { Facts } from '../../ports/telemetry.ts'

/** A log of lines of JSON, each with `time` (ISO 8601), `level` (info, warn, error) and `msg`. */
export interface Log {
  line(level: 'info' | 'warn' | 'error', says: string, facts?: Facts): void
}

export function openLog(stream: { write(text: string): void }): Log {
  const log = pino(
    {
      base: { service: 'headwater' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  )
  return { line: (level, says, facts = {}) => log[level]({ ...facts }, says) }
}
