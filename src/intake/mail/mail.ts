import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { getDomain } from 'tldts'
import { freeMail } from '../../language/mail-hosts.ts'
import type { Refusal } from '../../model/document.ts'
import type { Capture, Reader, Reading } from '../capture.ts'
import { statedDate } from '../dates/stated-date.ts'
import { type Draft, toDocument } from '../draft.ts'
import { nameOf } from '../names.ts'
import { beginsBox, isMail } from './accepts.ts'
import { bodyOf } from './body.ts'
import { mailsIn } from './box.ts'
import { draftFromMailPage } from './page-body.ts'

/**
 * Mails (EML, RFC 5322) and boxes of them (MBOX, RFC 4155). The subject is the title, its sender the byline and the sender's domain the
 * publisher. Attachments that can be read, forwarded mails among them, are inputs of their own (`mail.eml#minutes.pdf`).
 */
export const mail: Reader = {
  ref: 'mail@1',
  accepts: isMail,
  read: (capture) =>
    beginsBox(latin1(capture.bytes.subarray(0, 1000)))
      ? { documents: [], refusals: [], holds: numbered(capture) }
      : readMail(capture),
}

function* numbered({ input, bytes }: Capture): Generator<Capture> {
  let number = 0
  for (const one of mailsIn(bytes))
    yield { input: `${input}#${++number}`, bytes: one, url: undefined, mediaType: 'message/rfc822' }
}

async function readMail(capture: Capture): Promise<Reading> {
  const { input } = capture
  const email = await parsed(withoutLength(capture.bytes))
  if ('code' in email) return { documents: [], refusals: [{ input, ...email }] }
  const held = email.attachments.filter(isReadable)
  const read = toDocument(draftOf(email, input))
  const isBare = 'code' in read && read.code === 'empty' && held.length > 0
  return {
    documents: 'code' in read ? [] : [read],
    refusals: 'code' in read && !isBare ? [read] : [],
    holds: held.map((attachment, i) => captureOf(attachment, i, input)),
  }
}

/** Apple Mail puts the length of a mail on a line above it, and a list of its own below (EMLX). */
function withoutLength(bytes: Uint8Array): Uint8Array {
  const line = /^(\d{1,10})\s*\r?\n/.exec(latin1(bytes.subarray(0, 32)))
  return line ? bytes.subarray(line[0].length, line[0].length + Number(line[1])) : bytes
}

/** No letter has so many parts in parts, nor so much of a header. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 2 * 1024 * 1024 } as const

async function parsed(bytes: Uint8Array): Promise<Email | Pick<Refusal, 'code' | 'says'>> {
  try {
    return await PostalMime.parse(bytes, { ...limits, forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' })
  } catch (error) {
    return /nesting/i.test(String(error))
      ? { code: 'too-deep', says: 'its parts are nested dozens deep; save the mail again from a mail program' }
      : { code: 'malformed', says: 'its header is damaged or larger than any mail program writes; save the mail again' }
  }
}

function draftOf(email: Email, input: string): Draft {
  const about = { id: nameOf(input), input, title: email.subject }
  const letter = bodyOf(email.text ?? '', email.subject ?? '')
  const page =
    email.html !== undefined && !isGood(letter, email.html) ? draftFromMailPage(email.html, about) : undefined
  const sender = personIn(email.from ?? email.sender)
  return {
    ...about,
    ...(page !== undefined && page.body.length > letter.length ? page : { body: letter }),
    byline: sender?.name || undefined,
    publisher: listOf(email) ?? hostOf(sender?.address),
    published: statedDate(withoutComment(email.headers.find(({ key }) => key === 'date')?.value)),
    guid: email.messageId?.replace(/^<(.*)>$/, '$1'),
    language: email.headers.find(({ key }) => key === 'content-language')?.value,
  }
}

/** `Mon, 2 Feb 2026 10:00:00 +0000 (UTC)` without what stands in brackets (RFC 5322, 3.3). A longer one is no date. */
function withoutComment(date: string | undefined): string | undefined {
  if (date === undefined || date.length > longestDate) return undefined
  const tidy = date.trim()
  const at = tidy.endsWith(')') ? tidy.indexOf('(') : -1
  return at < 0 ? tidy : tidy.slice(0, at).trimEnd()
}

const longestDate = 200

/** Plain parts often say no more than that there is a page, or are a page's words between long addresses. */
const isGood = (letter: string, markup: string): boolean =>
  letter.length >= 200 &&
  letter.length * 40 >= markup.length &&
  (letter.match(/https?:\/\//g) ?? []).length * 150 < letter.length

const personIn = (address: Address | undefined): { readonly name: string; readonly address: string } | undefined =>
  address === undefined
    ? undefined
    : address.address === undefined
      ? address.group[0]
      : { name: address.name, address: address.address }

/** "Port notices <notices.port.example>" → "Port notices" (RFC 2919). */
const listOf = ({ headers }: Email): string | undefined =>
  /^"?([^"<]{2,80}?)"?\s*<[^<>]+>\s*$/.exec(headers.find(({ key }) => key === 'list-id')?.value ?? '')?.[1]

/** The domain that a mail was sent from speaks for an outlet, unless everybody can have an address there. */
function hostOf(address: string | undefined): string | undefined {
  const host = address === undefined ? undefined : getDomain(address.slice(address.lastIndexOf('@') + 1))
  return host && !freeMail.has(host) ? host : undefined
}

/** Pictures, calendars and programs are passed over. */
const isReadable = ({ mimeType, filename, disposition, related }: Attachment): boolean =>
  (!related || disposition === 'attachment') &&
  (/^(?:application\/(?:pdf|zip|x-zip-compressed|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|message\/rfc822|text\/(?:html|plain|markdown))$/.test(
    mimeType,
  ) ||
    /\.(?:pdf|docx|html?|txt|md|eml|mbox|zip|jsonl)$/i.test(filename ?? ''))

function captureOf({ filename, mimeType, content }: Attachment, i: number, input: string): Capture {
  const isMessage = mimeType === 'message/rfc822'
  const name = filename?.replace(/[\0-\x1f/\\#]+/g, '_') || `${i + 1}${isMessage ? '.eml' : ''}`
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  // What it is called says more than its type, which programs often do not know.
  const mediaType =
    /^(?:text\/|message\/rfc822)/.test(mimeType) && !/\.(?:md|jsonl)$/i.test(name) ? mimeType : undefined
  return { input: `${input}#${name}`, bytes, url: undefined, mediaType }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
