import type { Alert } from '../../collection/alerts.ts'
import { escapeXml } from '../xml/xml.ts'

/** How many of the last alerts a feed holds. */
export const shownAlerts = 100

/**
 * Alerts as a feed that any reader can follow (Atom, RFC 4287), the newest first.
 *
 * @param collection what names the collection: the digest of the first line of its log
 */
export function alertsFeed(alerts: readonly Alert[], collection: string): string {
  const shown = [...alerts].sort((a, b) => b.number - a.number).slice(0, shownAlerts)
  const id = `urn:uuid:${uuidOf(collection)}`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${id}</id>`,
    '<title>Headwater: alerts</title>',
    '<author><name>Headwater</name></author>',
    `<updated>${shown[0]?.at ?? '1970-01-01T00:00:00.000Z'}</updated>`,
    ...shown.map((alert) =>
      [
        '<entry>',
        `<id>${id}:${alert.number}</id>`,
        `<title>${escapeXml(`${kindWords[alert.kind]}: ${alert.about}`)}</title>`,
        `<updated>${alert.at}</updated>`,
        `<category term="${alert.kind}"/>`,
        `<content type="text">${escapeXml([alert.says, ...alert.evidence.map(({ document, quote }) => `“${quote}” (${document})`)].join('\n'))}</content>`,
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n')
}

/** An alert's kind as a person says it. */
export const kindWords: Readonly<Record<Alert['kind'], string>> = {
  'second-origin': 'a second origin',
  'bottleneck-gone': 'no longer through one hand',
  'figure-changed': 'a new figure',
  conflict: 'disputed',
  correction: 'corrected',
  edited: 'edited after publication',
}

/** The first 32 digits of a digest, written as a UUID of version 8 (RFC 9562: made as its maker likes). */
function uuidOf(digest: string): string {
  const hex = digest.padEnd(32, '0').slice(0, 32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
