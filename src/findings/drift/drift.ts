import type { Finding } from '../../model/finding.ts'
import type { FindingContext } from '../context.ts'

export function drifts(context: FindingContext): readonly Finding[] {
  void context
  return []
}
