import type { Series } from '../../model/report.ts'
import type { FindingContext } from '../context.ts'

/** The figures of each claim over time. */
export function series(context: FindingContext): readonly Series[] {
  void context
  return []
}
