import { send } from '../answers/ask.ts'
import { holdJob } from '../answers/live.ts'

/** Files, addresses or a text on their way into the collection. */
export type Input =
  | { readonly files: readonly File[] }
  | { readonly addresses: readonly string[] }
  | {
      readonly text: {
        readonly text: string
        readonly title?: string
        readonly publisher?: string
        readonly published?: string
      }
    }

/** Hands something in and shows its job at once; what comes of it is told by the server's events. */
export async function takeIn(input: Input): Promise<void> {
  const body = 'files' in input ? formOf(input.files) : input
  const names =
    'files' in input
      ? input.files.map(({ name }) => name)
      : 'addresses' in input
        ? input.addresses
        : [input.text.title ?? '']
  const { job } = await send<{ readonly job: string }>('POST', '/inputs', body)
  holdJob({
    id: job,
    state: 'running',
    says: '',
    items: names.map((name) => ({ input: name, state: 'waiting', says: null, documents: [] })),
  })
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return form
}
