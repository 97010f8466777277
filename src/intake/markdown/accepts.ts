import type { Capture } from '../capture.ts'

/** Markdown, by its name or media type. */
export const isMarkdown = ({ input, mediaType }: Capture): boolean =>
  /\.(?:md|markdown|mdown)$/i.test(input) || /^text\/(?:x-)?markdown/.test(mediaType ?? '')
