import type { Capture } from '../capture.ts'

/** A PDF, by how it begins, else by its name or media type. Some have a few stray bytes before their first words. */
export const isPdf = ({ input, mediaType, bytes }: Capture): boolean =>
  /^[\s\0-\x1f\x80-\xff]{0,64}%PDF-/.test(String.fromCharCode(...bytes.subarray(0, 80))) ||
  /\.pdf$/i.test(input.replace(/[?#].*$/, '')) ||
  /^application\/(?:x-)?pdf\b/i.test(mediaType ?? '')
