import type { Capture } from '../capture.ts'

/** A mail or a box of mails, by its name or media type, else by the header it begins with. */
export const isMail = ({ input, mediaType, bytes }: Capture): boolean =>
  mediaType === undefined
    ? /\.(?:eml|emlx|mbox|mbx)$/i.test(input.replace(/[?#].*$/, '')) || beginsAsMail(bytes)
    : /^(?:message\/(?:rfc822|global)|application\/mbox)\b/i.test(mediaType)

/** Fields that programs put at the top; a pasted text may well begin with "From:" or "Date:". */
const transport =
  /^(?:Return-Path|Received|Delivered-To|X-[\w-]{2,40}|Message-ID|MIME-Version|DKIM-Signature|ARC-[\w-]{2,40}|Authentication-Results|Content-Type): ?\S/i

function beginsAsMail(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8192))
  if (beginsBox(head)) return true
  return transport.test(head) && /^From: ?\S/im.test(head) && /^(?:Date|Subject): ?\S/im.test(head)
}

/** The line before every mail of a box: "From", who sent it, and when (RFC 4155), then the first field of a header. */
export const beginsBox = (head: string): boolean => /^From \S.{0,200}\d{2}:\d{2}.{0,60}\r?\n[\w-]{2,60}:/.test(head)
