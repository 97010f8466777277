import type { Capture, Intake } from '../intake/capture.ts'
import type { Document, Refusal } from '../model/document.ts'
import type { Fetched, Fetcher } from '../ports/fetcher.ts'

/** How addresses among the inputs are fetched. */
export interface WebOptions {
  /** Fetch from loopback and private networks too. */
  readonly allowPrivate?: boolean | undefined
  /** Pages followed from one feed or sitemap; 50 when not given. */
  readonly most?: number | undefined
  /** Milliseconds between two requests to one host; 1,000 when not given. */
  readonly pace?: number | undefined
  /** One that is open already, and stays open; the other ways to fetch are its own then. */
  readonly fetcher?: Fetcher | undefined
}

/** What was read, and the bytes that it was read from: evidence, for whoever keeps it. Several in a row may be from the same. */
export interface Taken extends Intake {
  /** Absent where an input could not even be opened. */
  readonly capture: Capture | undefined
}

/** The web as the use cases see it: an address becomes a capture or a refusal. */
export interface Web {
  fetch(address: string): Promise<Capture | Refusal>
  /**
   * A page that a feed or a sitemap leads to. `unchanged` comes only in a watch: it is kept already, and is as it was or need not be asked yet.
   *
   * @param entry what the list says of it; once that changes, it is asked
   */
  page(address: string, entry: string): Promise<Capture | Refusal | 'unchanged'>
  /** Whether the report that an entry tells of was kept from its page, so that the entry must not take its place. So only in a watch. */
  holds(entry: Document, feed: Capture): Promise<boolean>
  /** Pages followed from one feed or sitemap. */
  readonly most: number
  close(): Promise<void>
}

/** The fetcher is loaded when the first address is met: who reads files pays for no network. */
export function openWeb({ allowPrivate, most = mostPages, pace, fetcher: given }: WebOptions): Web {
  let own: Promise<Fetcher> | undefined
  const opened = (): Promise<Fetcher> => {
    own ??= import('../adapters/web/fetcher.ts').then(({ openFetcher }) => openFetcher({ allowPrivate, pace }))
    return own
  }
  const fetch = async (address: string): Promise<Capture | Refusal> => fetchedWhole(given ?? (await opened()), address)
  return {
    most,
    fetch,
    page: fetch,
    holds: async () => false,
    async close() {
      await (await own)?.close()
    },
  }
}

/** Fetches without a condition, so that what comes is the thing itself. */
export async function fetchedWhole(fetcher: Fetcher, address: string): Promise<Fetched | Refusal> {
  const answer = await fetcher.fetch(address)
  if ('notModified' in answer) throw new Error(`${address} is not modified, though nothing was asked to be`)
  return answer
}

/** Pages followed from one feed or sitemap where nothing else is asked for. */
export const mostPages = 50

/** `https://courier.example/gate`: to be fetched, where a file of that name could not even be written on some systems. */
export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input)

/** Pages under way at once. Those of one host wait for each other all the same. */
export const width = 8
