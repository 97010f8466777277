import type { Capture } from '../capture.ts'
import { decodeText } from '../decode.ts'

/** A sitemap or an index of sitemaps, packed or not, by its first element, whatever the server calls it. What unpacks is loaded when something is packed. */
export function isSitemap(capture: Capture): boolean | Promise<boolean> {
  return isGzip(capture.bytes) ? isPackedSitemap(capture) : beginsSitemap(capture.bytes)
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Told by the first element, after whatever comments and declarations stand before it. */
export const beginsSitemap = (bytes: Uint8Array): boolean =>
  /^<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(
    decodeText(bytes.subarray(0, opening))
      .text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>/gi, '')
      .trimStart(),
  )

/** As much as the comments before the first element may take. */
const opening = 8192

async function isPackedSitemap({ input, url = input, bytes }: Capture): Promise<boolean> {
  if (!/\.xml\.gz$/i.test(url.replace(/[?#].*$/, ''))) return false
  const { inflate } = await import('../inflate.ts')
  return beginsSitemap(inflate(bytes.subarray(0, opening), 'gzip', 65_536).data)
}
