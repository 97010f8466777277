import type { Written } from '../warc/warc.ts'

/** The index of an archive (CDXJ, as pywb reads it): one line for every record that can be shown, in the order of their keys. */
export const cdxjOf = (records: Iterable<Indexed>, filename: string): string =>
  [...records]
    .filter(({ type }) => type === 'response' || type === 'resource')
    .map((record) => lineOf(record, filename))
    .sort()
    .join('')

/** What the index says of a record; its bytes need not be held for that. */
export interface Indexed extends Pick<Written['record'], 'type' | 'uri' | 'date'> {
  readonly payloadDigest: string | undefined
  readonly mediaType: string | undefined
  readonly status: number | undefined
  readonly offset: number
  readonly length: number
}

function lineOf(
  { uri = '', date, mediaType, status, payloadDigest, offset, length }: Indexed,
  filename: string,
): string {
  const facts = {
    url: uri,
    mime: mediaType?.split(';')[0]?.trim() || 'application/octet-stream',
    ...(status === undefined ? {} : { status: String(status) }),
    digest: payloadDigest,
    length: String(length),
    offset: String(offset),
    filename,
  }
  return `${sortKey(uri)} ${date.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')} ${JSON.stringify(facts)}\n`
}

/** `https://www.courier.example/Gate?b=2&a=1` → `example,courier)/gate?a=1&b=2`: what is near on the web stands near in the index (SURT). */
export function sortKey(uri: string): string {
  if (!/^https?:/i.test(uri)) return uri.replace(/\s/g, '%20')
  const { host, pathname, search } = new URL(uri)
  const [name = '', port] = host.split(':')
  const labels = name
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',')
  const query = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .sort()
    .join('&')
  return `${labels}${port === undefined ? '' : `:${port}`})${pathname.replace(/(?<=.)\/$/, '')}${query === '' ? '' : `?${query}`}`.toLowerCase()
}
