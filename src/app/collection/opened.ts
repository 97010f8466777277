import { openInputs } from '../../adapters/files/open-inputs.ts'
import { readCapture } from '../../intake/readers.ts'
import type { Opened } from './add.ts'

/** Opens what the user named, one after another; what was opened is read when it is asked for. */
export async function* openedFrom(inputs: readonly string[], stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Opened> {
  for await (const opened of openInputs(inputs, stdin))
    yield 'code' in opened ? { refusal: opened } : { capture: opened, read: () => readCapture(opened) }
}
