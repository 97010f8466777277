import type { Document } from '../model/document.ts'

/** The report itself, without what stands around it on the page. */
export const readable = ({ text, regions }: Document): string =>
  regions
    .filter(({ kind }) => kind === 'headline' || kind === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')
