import { openInputs as openFiles } from '../adapters/files/open-inputs.ts'
import type { Capture } from '../intake/capture.ts'
import { isFeed } from '../intake/feed/accepts.ts'
import { readCapture } from '../intake/readers.ts'
import { isSitemap } from '../intake/sitemap/accepts.ts'
import type { Refusal } from '../model/document.ts'
import { ahead } from './ahead.ts'
import { isAddress, openWeb, type Taken, type Web, type WebOptions, width } from './web.ts'

/** Opens and reads inputs one after another; what each gave, documents and refusals, as it comes. Feeds and sitemaps from the web are followed. */
export async function* intakeOf(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: WebOptions = {},
): AsyncGenerator<Taken> {
  const web = openWeb(options)
  try {
    for await (const opened of openedFrom(inputs, stdin, web)) {
      if ('code' in opened) yield { documents: [], refusals: [opened], capture: undefined }
      else if (opened.retrieval) yield* takenFrom(opened, web)
      else yield { ...(await readCapture(opened)), capture: opened }
    }
  } finally {
    await web.close()
  }
}

/** The same, only opened: files, folders, globs and standard input as they are, addresses fetched and not followed. */
export async function* openInputs(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: WebOptions = {},
): AsyncGenerator<Capture | Refusal> {
  const web = openWeb(options)
  try {
    yield* openedFrom(inputs, stdin, web)
  } finally {
    await web.close()
  }
}

/** Addresses are fetched a few ahead of where the reading is, and take their place in the order of the inputs all the same. */
async function* openedFrom(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  web: Web,
): AsyncGenerator<Capture | Refusal> {
  const fetched = ahead(inputs.filter(isAddress), width, web.fetch)
  for (const input of inputs) {
    if (!isAddress(input)) yield* openFiles([input], stdin)
    else {
      const { value } = await fetched.next()
      if (value) yield value
    }
  }
}

/** What was fetched, read: a list of addresses, by whatever name, is followed; every other page is read. */
export async function* takenFrom(capture: Capture, web: Web): AsyncGenerator<Taken> {
  if (await isSitemap(capture)) yield* (await import('./followed-sitemap.ts')).followSitemap(capture, web)
  else if (isRobots(capture)) yield* readRobots(capture, web)
  else {
    const intake = await readCapture(capture)
    if (isFeed(capture)) yield* (await import('./followed-feed.ts')).followFeed(capture, intake, web)
    else yield { ...intake, capture }
  }
}

/** Whether it leads to pages: a feed, a sitemap or a robots.txt. */
export const isList = async (capture: Capture): Promise<boolean> =>
  isRobots(capture) || isFeed(capture) || (await isSitemap(capture))

const isRobots = ({ url = '' }: Capture): boolean => /^https?:\/\/[^/]+\/robots\.txt$/i.test(url)

/** Who gives a robots.txt asks for the sitemaps that it names. */
async function* readRobots(capture: Capture, web: Web): AsyncGenerator<Taken> {
  const { sitemapsNamedIn } = await import('../intake/sitemap/sitemap.ts')
  const named = sitemapsNamedIn(new TextDecoder().decode(capture.bytes)).slice(0, 10)
  if (named.length > 0) yield* (await import('./followed-sitemap.ts')).followSitemaps(named, web)
  else
    yield {
      documents: [],
      refusals: [{ input: capture.input, code: 'no-text', says: 'it names no sitemap; give one, a feed or a page' }],
      capture,
    }
}
