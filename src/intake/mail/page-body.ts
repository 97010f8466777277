import { forwardedSubject } from '../../language/mail-words.ts'
import type { Draft } from '../draft.ts'
import { textOfHtml } from '../feed/entry.ts'
import { draftFromHtml } from '../html/html.ts'
import { isElement, markupOf, type PageElement, parsePage } from '../html/page.ts'

/**
 * A mail that is laid out as a page, read as one: earlier mails that it quotes and the signature go first. Where it has no report in it that a
 * page would have, all its words are taken.
 */
export function draftFromMailPage(
  markup: string,
  about: Pick<Draft, 'id' | 'input' | 'title'>,
): Pick<Draft, 'body' | 'links'> {
  const page = parsePage(markup)
  // Outlook marks what is passed on as it marks what is answered.
  const clean = page ? markupOf(forwardedSubject.test(about.title ?? '') ? page : own(page)) : ''
  const draft = draftFromHtml(clean, about)
  const all = textOfHtml(clean, about.title, undefined)
  // A letter has no menus around it: what would leave out most of it has taken it for something else.
  return 'code' in draft || draft.body.length < all.body.length / 3 ? all : { body: draft.body, links: draft.links }
}

/** The part of a page that its sender wrote or passed on. */
function own(element: PageElement): PageElement {
  const children: PageElement['children'][number][] = []
  for (const child of element.children) {
    if (!isElement(child)) children.push(child)
    else if (endsOwn(child)) break
    else if (!isQuoted(child)) children.push(own(child))
  }
  return { ...element, children }
}

/** How mail programs mark the answered mail and the signature. Gmail marks a forwarded mail in the same way, and says so in it. */
function isQuoted(element: PageElement): boolean {
  const { class: classes = '', type = '', id = '' } = element.attributes
  if (/\b(?:gmail_signature|moz-signature|moz-cite-prefix)\b/.test(classes) || id === 'Signature') return true
  const quotes =
    /\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-forward-container)\b/.test(classes) ||
    (element.tag === 'blockquote' && type === 'cite')
  return quotes && !/forwarded message/i.test(markupOf(element).slice(0, 2000))
}

/** Outlook puts the answered mail below this. */
const endsOwn = ({ attributes }: PageElement): boolean =>
  /^(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)$/.test(attributes.id ?? '')
