import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { headOf, kindOfHead } from './source-kind.ts'
import type { VerbGroup } from './verb-group.ts'

/** "Efforts show no signs of slowing", "prices showed a rise": things without a voice that do not show that something is so. */
export function isMereShow(page: Page, group: VerbGroup | undefined, source: Stretch): boolean {
  if (group?.rule !== 'attributions/show') return false
  for (let i = group.last; i < group.last + 3; i++) if (/^signs?$/.test(page.word(i))) return true
  const head = headOf(page, source)
  return page.pos(head) === 'NOUN' && kindOfHead(page, head) === undefined && page.word(group.last) !== 'that'
}
