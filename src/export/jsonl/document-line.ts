import type { Document, Link } from '../../model/document.ts'

/** What `extract` prints of one document: the report's text and what its page says of it. */
export const documentLine = (document: Document): Readonly<Record<string, unknown>> => ({
  id: document.id,
  input: document.input,
  title: document.title ?? null,
  byline: document.byline ?? null,
  publisher: document.publisher ?? null,
  published: document.published ?? null,
  updated: document.updated,
  created: document.created,
  url: document.url ?? null,
  guid: document.guid,
  summary: document.summary,
  language: document.language,
  text: document.text,
  credits: document.credits,
  links: document.links.map(link),
  regions: document.regions,
})

const link = ({ url, words }: Link): object => (words ? { url, ...words } : { url })
