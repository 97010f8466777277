import { openInputs as openFiles } from '../../adapters/files/open-inputs.ts'
import type { Capture } from '../../intake/capture.ts'
import { readCapture } from '../../intake/readers.ts'
import type { Document, Refusal } from '../../model/document.ts'
import { intakeOf } from '../intake.ts'
import { isAddress, type Taken, type WebOptions } from '../web.ts'
import type { Opened } from './add.ts'

/**
 * Opens what the user named, one after another. Files are read when they are asked for; feeds and sitemaps from the web are followed, and
 * every page of them is a capture of its own.
 */
export async function* openedFrom(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: WebOptions = {},
): AsyncGenerator<Opened> {
  for (const input of inputs) {
    if (isAddress(input)) yield* byCapture(intakeOf([input], stdin, options))
    else
      for await (const opened of openFiles([input], stdin))
        yield 'code' in opened ? { refusal: opened } : { capture: opened, read: () => readCapture(opened) }
  }
}

/** What was read from the web, each capture once: the entries of a feed come between the pages that it leads to. */
export async function* byCapture(taken: AsyncIterable<Taken>): AsyncGenerator<Opened> {
  const found = new Map<Capture, { readonly documents: Document[]; readonly refusals: Refusal[] }>()
  for await (const { capture, documents, refusals } of taken) {
    if (!capture) {
      for (const refusal of refusals) yield { refusal }
      continue
    }
    const known = found.get(capture) ?? { documents: [], refusals: [] }
    known.documents.push(...documents)
    known.refusals.push(...refusals)
    found.set(capture, known)
  }
  for (const [capture, intake] of found) yield { capture, read: async () => intake }
}
