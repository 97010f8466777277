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

/** What was read from the web, each capture once and as soon as it is whole: the first, in whose midst the pages that it leads to come, is the last. */
export async function* byCapture(taken: AsyncIterable<Taken>): AsyncGenerator<Opened> {
  let first: Capture | undefined
  const documents: Document[] = []
  const ofFirst: Refusal[] = []
  for await (const { capture, ...intake } of taken) {
    if (!capture) {
      for (const refusal of intake.refusals) yield { refusal }
      continue
    }
    first ??= capture
    if (capture === first) {
      documents.push(...intake.documents)
      ofFirst.push(...intake.refusals)
    } else yield { capture, read: async () => intake }
  }
  if (first) yield { capture: first, read: async () => ({ documents, refusals: ofFirst }) }
}
