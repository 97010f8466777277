import type { Capture } from '../capture.ts'
import { decodeText } from '../decode.ts'

/** A feed, by its media type, else by how it begins or is named. */
export function isFeed({ input, mediaType = '', bytes }: Capture): boolean {
  if (/\b(?:rss|atom|rdf)\+xml|\bfeed\+json/i.test(mediaType)) return true
  if (/html|jsonl|ndjson/i.test(mediaType)) return false
  return looksLikeFeed(decodeText(bytes.subarray(0, 16_384)).text, input)
}

/** Told by the first element, after whatever comments and declarations stand before it. */
function looksLikeFeed(head: string, input: string): boolean {
  const start = head.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>/gi, '').trimStart()
  if (/^<(?:\w+:)?(?:rss|rdf|channel)\b/i.test(start)) return true
  if (/^<(?:\w+:)?feed\b/i.test(start)) return true
  if (/^\{/.test(start)) return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/i.test(start)
  return /\.(?:rss|atom|rdf)$/i.test(input)
}
