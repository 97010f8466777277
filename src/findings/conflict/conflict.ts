import type { Finding } from '../../model/finding.ts'
import type { FindingContext } from '../context.ts'

export function conflicts(context: FindingContext): readonly Finding[] {
  void context
  return []
}
