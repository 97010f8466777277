import type { Refusal } from '../../model/document.ts'
import type { Capture, Reader, Reading } from '../capture.ts'
import { isZip } from './accepts.ts'
import { type Entry, entriesOf } from './directory.ts'
import { unpack } from './member.ts'

/**
 * ZIP archives: every member is a file of its own, named by archive and member (`reports.zip/march/gate.html`). Nothing is written to any
 * folder; all the same a member whose name would lead out of the archive is refused, since nobody packs such a one in good faith.
 */
export const zip: Reader = {
  ref: 'zip@1',
  accepts: isZip,
  read(capture) {
    const entries = entriesOf(capture.bytes)
    if (!entries)
      return refused(capture, 'malformed', 'its table of contents is missing; it is cut off or no ZIP archive')
    const office = officeKinds.find(({ member }) => entries.some(({ name }) => member.test(name)))
    if (office) return refused(capture, 'unsupported', `this is ${office.name}; ${office.remedy}`)
    const files = entries.filter(({ name, isFolder }) => !isFolder && !isHidden(name))
    if (files.length === 0) return refused(capture, 'no-text', 'the archive holds no files')
    return { documents: [], refusals: [], holds: membersOf(capture, files) }
  },
}

/** Files that are ZIP archives inside, and hold no reports that could be taken out one by one. */
const officeKinds: readonly { readonly member: RegExp; readonly name: string; readonly remedy: string }[] = [
  { member: /^xl\/workbook\./, name: 'a spreadsheet', remedy: 'save its reports as JSONL or text' },
  { member: /^ppt\/presentation\./, name: 'a presentation', remedy: 'save it as PDF or text' },
  { member: /^META-INF\/container\.xml$/, name: 'an e-book', remedy: 'save its chapters as HTML or text' },
  { member: /^META-INF\/manifest\.xml$/, name: 'an OpenDocument file', remedy: 'save it as DOCX, PDF or HTML' },
]

/** Left by file managers. Hidden files are passed over in folders too. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:\.[^./][^/]*|__MACOSX)(?:\/|$)/.test(name)

function* membersOf(archive: Capture, entries: readonly Entry[]): Generator<Capture | Refusal> {
  for (const entry of entries) {
    const input = `${archive.input}/${entry.name}`
    const objection = objectionTo(entry)
    const member = objection ? { code: 'unsupported' as const, says: objection } : unpack(archive.bytes, entry)
    yield 'code' in member ? { input, ...member } : { input, bytes: member, url: undefined, mediaType: undefined }
  }
}

function objectionTo({ name, isLink }: Entry): string | undefined {
  if (isLink) return 'it is a link; links in archives are not followed'
  if (name.split('/').includes('..')) return 'its name leads out of the archive'
  if (/^(?:\/|[a-z]:)/i.test(name)) return 'its name is an absolute path; pack it with a relative one'
  return /[\0-\x1f]/.test(name) ? 'its name has control characters in it' : undefined
}

const refused = ({ input }: Capture, code: Refusal['code'], says: string): Reading => ({
  documents: [],
  refusals: [{ input, code, says }],
})
