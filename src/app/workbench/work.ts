import type { Store } from '../../ports/store.ts'
import type { Acting } from '../collection/acting.ts'
import { type Added, addAll } from '../collection/add.ts'
import type { Deciding } from '../collection/decide.ts'
import { type ExportWishes, exportFormats } from '../collection/export.ts'
import type { Imported } from '../collection/import-notes.ts'
import { type Moved, preview } from '../collection/preview.ts'
import { type Refreshed, refresh } from '../collection/refresh.ts'
import { reportOf } from '../collection/report.ts'
import { unproven, type Verified, verify } from '../collection/verify.ts'
import type { WebOptions } from '../web.ts'
import { type InputFile, type Inputs, openedInputs, plainName } from './inputs.ts'

/** Work that lasts: it is done in a thread of its own, so that whoever reads meanwhile does not wait. */
export type Task =
  | { readonly kind: 'add'; readonly inputs: Inputs; readonly by: string }
  | { readonly kind: 'refresh' }
  /** What is followed and due is looked at. */
  | { readonly kind: 'look' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'export'; readonly format: string; readonly wishes?: ExportWishes }
  | { readonly kind: 'preview'; readonly deciding: Deciding }
  /** Files of notes from other programs. */
  | { readonly kind: 'import'; readonly files: readonly InputFile[]; readonly by: string }

/** What comes of each kind. */
export interface Done {
  readonly add: { readonly documents: number; readonly refused: number }
  readonly refresh: Pick<Refreshed, 'traced' | 'leftTo'>
  readonly look: undefined
  readonly verify: Verified & { readonly unproven: readonly string[] }
  readonly export: Uint8Array
  readonly preview: readonly Moved[]
  readonly import: readonly (Imported & { readonly input: string })[]
}

/** How far it has come. */
export type Told =
  | { readonly kind: 'says'; readonly says: string }
  /** One input is kept, or was refused. */
  | { readonly kind: 'item'; readonly item: Item }

/** What became of one thing that was handed in. */
export interface Item {
  readonly input: string
  readonly state: 'kept' | 'known' | 'refused'
  /** Why it was refused, in one sentence. */
  readonly says: string | null
  /** Ids of the reports that were not there before, or not in this version. */
  readonly documents: readonly string[]
}

/** What work needs of the world. */
export interface Workshop {
  readonly store: Store
  readonly acting: Acting
  readonly web: WebOptions
  /** Whether others trace what comes in: whoever has the work done tells them. */
  readonly isTracedElsewhere: boolean
  tell(told: Told): void
}

export async function done<K extends Task['kind']>(task: Extract<Task, { kind: K }>, shop: Workshop): Promise<Done[K]>
export async function done(task: Task, shop: Workshop): Promise<Done[Task['kind']]> {
  switch (task.kind) {
    case 'add':
      return added(task.inputs, { ...shop, acting: { ...shop.acting, by: task.by } })
    case 'refresh':
      return refreshed(shop)
    case 'look':
      return look(shop)
    case 'verify':
      return { ...(await verify(shop.store)), unproven }
    case 'export':
      return exported(task.format, task.wishes, shop)
    case 'preview':
      return preview(shop.store, task.deciding)
    case 'import':
      return notesTaken(task.files, { ...shop, acting: { ...shop.acting, by: task.by } })
  }
}

async function added(inputs: Inputs, { store, acting, web, tell }: Workshop): Promise<Done['add']> {
  let [documents, refused] = [0, 0]
  for await (const added of addAll(store, openedInputs(inputs, web), acting)) {
    documents += added.documents.length
    refused += added.refusals.length
    tell({
      kind: 'item',
      item: {
        input: added.input,
        state: stateOf(added),
        says: added.refusals.length > 0 ? added.refusals.map(({ says }) => says).join('; ') : null,
        documents: added.documents.map(({ document }) => document.id),
      },
    })
  }
  return { documents, refused }
}

/** Bytes are kept, too, of what gave no report: for whoever handed it in, it was refused. */
export function stateOf({ capture, documents, refusals }: Added): Item['state'] {
  if (refusals.length > 0 && documents.length === 0) return 'refused'
  return typeof capture === 'string' ? capture : 'kept'
}

async function refreshed({ store, acting, tell }: Workshop): Promise<Done['refresh']> {
  tell({ kind: 'says', says: 'looking at what changed' })
  let told = -1
  const progress = (ready: number, of: number): void => {
    const percent = Math.floor((100 * ready) / Math.max(of, 1))
    if (percent === told) return
    told = percent
    tell({ kind: 'says', says: `${ready} of ${of} reports traced` })
  }
  const { traced, leftTo } = await refresh(store, acting, {
    progress,
    refused: ({ input, says }) => tell({ kind: 'says', says: `${input} is set aside: ${says}` }),
  })
  return { traced, leftTo }
}

async function look({ store, acting, web, isTracedElsewhere, tell }: Workshop): Promise<undefined> {
  const { lookOnce } = await import('../collection/watch.ts')
  const { looker } = await import('../collection/look.ts')
  const { openFetcher } = await import('../../adapters/web/fetcher.ts')
  const fetcher = openFetcher({ allowPrivate: web.allowPrivate, pace: web.pace })
  try {
    await lookOnce({
      store,
      acting,
      look: looker(store, fetcher, web.most, () => Date.parse(acting.now())),
      messengers: [],
      tell: (says) => tell({ kind: 'says', says }),
      sleep: async () => false,
      ...(isTracedElsewhere ? { announce: async () => undefined } : {}),
    })
  } finally {
    await fetcher.close()
  }
}

async function notesTaken(files: readonly InputFile[], { store, acting }: Workshop): Promise<Done['import']> {
  const { importNotes } = await import('../collection/import-notes.ts')
  const report = await reportOf(store)
  const taken: Done['import'][number][] = []
  for (const { name, bytes } of files) {
    const input = plainName(name)
    taken.push({ input, ...(await importNotes(store, report, input, bytes, acting)) })
  }
  return taken
}

async function exported(name: string, wishes: ExportWishes | undefined, { store }: Workshop): Promise<Uint8Array> {
  const format = exportFormats.find((one) => one.name === name)
  if (!format) throw new Error(`a collection cannot be given away as ${name}`)
  const pieces: Uint8Array[] = []
  for await (const piece of format.write(store, wishes))
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
  return Buffer.concat(pieces)
}
