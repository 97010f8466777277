import type { Document } from '../model/document.ts'

/** Words on their own, as a document without a page around them. Half a surrogate pair becomes the replacement character. */
export function looseDocument(given: string, id = ''): Document {
  const text = given.toWellFormed()
  return {
    id,
    input: id,
    text,
    title: undefined,
    publisher: undefined,
    byline: undefined,
    published: undefined,
    updated: undefined,
    url: undefined,
    language: 'en',
    sha256: '',
    regions: [{ start: 0, end: text.length, kind: 'body', rule: 'regions/block' }],
    credits: [],
    links: [],
    map: [],
    guid: undefined,
    summary: undefined,
  }
}
