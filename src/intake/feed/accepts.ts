import type { Capture } from '../capture.ts'
import { decodeText } from '../decode.ts'

/** A feed, by its media type, else by how it begins or is named. */
export function isFeed({ input, mediaType = '', bytes }: Capture): boolean {
  if (/\b(?:rss|atom|rdf)\+xml|\bfeed\+json/i.test(mediaType)) return true
  if (/jsonl|ndjson/i.test(mediaType)) return false
  if (/html/i.test(mediaType)) return beginsAsFeed(bytes)
  return looksLikeFeed(decodeText(bytes.subarray(0, 16_384)).text, input)
}

/**
 * Many servers call a feed a web page; the MIME Sniffing Standard (WHATWG, "distinguishing if a resource is a feed or HTML") therefore looks
 * at the first element. Letters beyond ASCII do not matter there.
 */
function beginsAsFeed(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, '')
  return /^\s*(?:(?:<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->)\s*)*<(?:rss|feed|rdf:rdf)[\s>]/i.test(head)
}

/** Told by the first element, after whatever comments and declarations stand before it. */
function looksLikeFeed(head: string, input: string): boolean {
  const start = head.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>/gi, '').trimStart()
  if (/^<(?:\w+:)?(?:rss|rdf|channel)\b/i.test(start)) return true
  if (/^<(?:\w+:)?feed\b/i.test(start)) return true
  if (/^\{/.test(start)) return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/i.test(start)
  return /\.(?:rss|atom|rdf)$/i.test(input)
}
