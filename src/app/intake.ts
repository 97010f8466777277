import { openInputs } from '../adapters/files/open-inputs.ts'
import type { Intake } from '../intake/capture.ts'
import { readCapture } from '../intake/readers.ts'

/** Opens and reads inputs one after another; what each gave, documents and refusals, as it comes. */
export async function* intakeOf(inputs: readonly string[], stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Intake> {
  for await (const opened of openInputs(inputs, stdin)) {
    yield 'code' in opened ? { documents: [], refusals: [opened] } : await readCapture(opened)
  }
}

export { openInputs }
