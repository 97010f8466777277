/** An address without what does not change the page: scheme, `www.`, tracking parameters, fragment, closing slash. */
export function canonicalUrl(url: string): string {
  const [address = '', query = ''] = (url.trim().split('#')[0] ?? '').split('?')
  const page = address
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^(?:www|m|amp)\./i, '')
    .replace(/\/(?:index\.html?|amp)?$/i, '')
  const host = page.split('/')[0] ?? ''
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !/^(?:utm_\w+|fbclid|gclid|cmpid|ref|source|s|share)(?:=|$)/i.test(pair))
    .sort()
  return host.toLowerCase() + page.slice(host.length) + (kept.length > 0 ? `?${kept.join('&')}` : '')
}
