import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson, type Json, type LogFact, type LogKind, type LogLine } from './log.ts'

/** A way of looking at the claims that somebody gave a name: which of them, in what order, under what. Everybody at the collection sees it. */
export interface SavedView {
  /** Stays when it is given another name or asks for something else, so that its address does. */
  readonly id: string
  /** No two views of a collection have the same. */
  readonly name: string
  readonly asks: ViewQuestion
  /** Who saved it, and when: ISO 8601, UTC, with milliseconds. */
  readonly by: string
  readonly at: string
}

/** What a view is made of, in the words of the address of the claims. */
export const viewFields = ['q', 'finding', 'origins', 'story', 'origin', 'source', 'sort', 'group'] as const
export type ViewField = (typeof viewFields)[number]
export type ViewQuestion = Readonly<Partial<Record<ViewField, string>>>

/** A view as it is first saved. */
export function newView(name: string, asks: ViewQuestion, by: string, at: string): SavedView {
  const id = bytesToHex(sha256(utf8ToBytes(canonicalJson({ name, at, by, asks: { ...asks } })))).slice(0, 12)
  return { id, name, asks, by, at }
}

/** What somebody did to a view, as the log has it: with all of the view, so that the log alone tells what it was. */
export const viewLine = (
  kind: Extract<LogKind, `view-${string}`>,
  view: SavedView,
  { by, at }: Pick<LogFact, 'by' | 'at'>,
): LogFact => ({ kind, by, at, body: { view: asJson(view) } })

/** The views of a collection as its log has them, line by line. */
export interface ViewsByLog {
  take(line: LogLine): void
  /** What differs from the views that are kept, each in one sentence. */
  flawsOf(kept: readonly SavedView[]): readonly string[]
}

export function openViewsByLog(): ViewsByLog {
  const told = new Map<string, { readonly view: SavedView; readonly line: number; readonly isGone: boolean }>()
  return {
    take({ kind, number, body }) {
      if (kind !== 'view-saved' && kind !== 'view-changed' && kind !== 'view-removed') return
      const { view } = body as unknown as { readonly view: SavedView }
      told.set(view.id, { view, line: number, isGone: kind === 'view-removed' })
    },
    flawsOf(kept) {
      const ids = new Set(kept.map(({ id }) => id))
      const lost = [...told.values()].filter(({ view, isGone }) => !isGone && !ids.has(view.id))
      return [
        ...kept.flatMap((view) => {
          const known = told.get(view.id)
          if (!known) return [`the view “${view.name}” stands in no line of the log`]
          if (known.isGone) return [`the view “${view.name}” is there, though line ${known.line} of the log removed it`]
          const isAsTold = canonicalJson(asJson(view)) === canonicalJson(asJson(known.view))
          return isAsTold ? [] : [`the view “${view.name}” is not as line ${known.line} of the log has it`]
        }),
        ...lost.map(
          ({ view, line }) => `the view “${view.name}”, which line ${line} of the log tells of, is not there`,
        ),
      ]
    },
  }
}

const asJson = ({ asks, ...view }: SavedView): Json => ({ ...view, asks: { ...asks } })

/** Whether two names would be taken for one another. */
export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** How many views a collection has at most: more than anybody can choose from. */
export const mostViews = 200
