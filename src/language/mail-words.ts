/** Lines that a mail program writes above what it quotes or forwards, in the languages that it is used in. */

/** What follows is the original that the mail was sent for, and is kept. Held against one line. */
export const forwardedLines: readonly RegExp[] = [
  /^[-\s]*Forwarded message[-\s]*$/i,
  /^Begin forwarded message:$/i,
  /^[-\s]*(?:Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio inoltrato|Doorgestuurd bericht)[-\s]*$/i,
]

/** What follows is an earlier mail that is answered, and is left out. Held against one line. */
export const answeredLines: readonly RegExp[] = [
  /^[-_\s]*Original Message[-_\s]*$/i,
  /^[-_\s]*(?:Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Messaggio originale|Oorspronkelijk bericht)[-_\s]*$/i,
  /^_{20,}$/,
]

/** "On Tue, 12 Mar 2024 at 09:10, Ada Quill <ada@courier.example> wrote:", on one line or two. */
export const attributionLine =
  /^(?:On|Am|Le|El|Il|Op|Em)\s.{6,200}\s(?:wrote|schrieb(?:\s.{2,80})?|a écrit|escribió|ha scritto|schreef|escreveu)\s?:$/i

/** Subjects of mails that pass on another. */
export const forwardedSubject = /^\s*(?:fwd?|wg|tr|rv|i|enc)\s*:/i

/** Fields at the top of a mail that stands in another. */
export const mailField = /^\*?(?:From|Von|De|Da|Van|Sent|Gesendet|Date|Datum|Subject|Betreff|To|An|Cc)\*?\s?:\*?\s/i
