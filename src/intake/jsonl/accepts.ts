import type { Capture } from '../capture.ts'

/** JSON lines, by name or media type; standard input holds nothing else. */
export const isJsonl = ({ input, mediaType }: Capture): boolean =>
  input === '-' ||
  /\.(?:jsonl|ndjson)$/i.test(input) ||
  /^application\/(?:x-)?(?:jsonl|ndjson|jsonlines)/.test(mediaType ?? '')
