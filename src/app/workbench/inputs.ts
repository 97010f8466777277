import type { Capture } from '../../intake/capture.ts'
import { readCapture } from '../../intake/readers.ts'
import type { Opened } from '../collection/add.ts'
import { hexOf } from '../collection/digest.ts'
import { openedFrom } from '../collection/opened.ts'
import type { WebOptions } from '../web.ts'

/** What somebody hands in. */
export interface Inputs {
  readonly files: readonly InputFile[]
  /** Of pages and feeds on the web; nothing else is opened. */
  readonly addresses: readonly string[]
  readonly text?: InputText | undefined
  readonly page?: InputPage | undefined
}

/** A file as it was handed in. The name says what kind it is, and stays with it. */
export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A report that was typed or pasted. */
export interface InputText {
  readonly title?: string | undefined
  readonly text: string
  readonly publisher?: string | undefined
  readonly published?: string | undefined
  readonly url?: string | undefined
}

/** A page as somebody's browser showed it, and where that was: what needs a login or a script is read so. Nobody fetched it here. */
export interface InputPage {
  readonly url: string
  readonly html: string
}

/** Opens what was handed in, one after another, the web last. */
export async function* openedInputs(
  { files, addresses, text, page }: Inputs,
  options: WebOptions = {},
): AsyncGenerator<Opened> {
  for (const { name, bytes } of files) yield openedFile({ name: plainName(name), bytes })
  if (text) yield openedFile(pasted(text))
  if (page) yield openedFile(shown(page), page.url)
  const wrong = addresses.find((address) => !/^https?:\/\//i.test(address))
  if (wrong !== undefined) throw new Error(`only addresses are opened here, and "${wrong}" is none`)
  yield* openedFrom(addresses, nothing(), options)
}

/** How what was handed in is named while it is worked on. */
export const namesOf = ({ files, addresses, text, page }: Inputs): readonly string[] => [
  ...files.map(({ name }) => plainName(name)),
  ...(text ? [pasted(text).name] : []),
  ...(page ? [shown(page).name] : []),
  ...addresses,
]

function openedFile({ name, bytes }: InputFile, url?: string): Opened {
  const mediaType = url === undefined ? undefined : 'text/html; charset=utf-8'
  const capture: Capture = { input: name, bytes, url, mediaType }
  return { capture, address: uploadAddress(name), read: () => readCapture(capture) }
}

/** What was handed in came from nobody's disk here: it goes by its name, as a URI that says so. */
export const uploadAddress = (name: string): string => `upload:${name.split('/').map(encodeURIComponent).join('/')}`

/** The name a browser gives, with the folders it was chosen with, but nothing that leads out of where it stands. */
export function plainName(name: string): string {
  const parts = name
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  // `-` is standard input elsewhere.
  const plain = parts.join('/').slice(-200).toWellFormed()
  return plain === '' || plain === '-' ? 'unnamed' : plain
}

/** One line of JSON, which keeps who published it and when beside the words. */
function pasted({ text, ...about }: InputText): InputFile {
  const line = { ...about, text }
  const digest = hexOf(JSON.stringify(line)).slice(0, 12)
  return {
    name: `pasted-${digest}.jsonl`,
    bytes: new TextEncoder().encode(`${JSON.stringify({ id: `pasted-${digest}`, ...line })}\n`),
  }
}

/** Named by what it holds: the same page in two states is two uploads. */
function shown({ html }: InputPage): InputFile {
  const bytes = new TextEncoder().encode(html)
  return { name: `page-${hexOf(bytes).slice(0, 12)}.html`, bytes }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
