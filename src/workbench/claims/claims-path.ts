/** The question to the server that the address of the claims screen stands for. */
export function claimsPath(query: URLSearchParams, also: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams()
  for (const name of ['q', 'finding', 'story', 'origin', 'source', 'sort']) {
    const value = also[name] ?? query.get(name)
    if (value) asked.set(name, value)
  }
  const origins = query.get('origins')
  if (origins === '0' || origins === '1') asked.set('max', origins)
  if (origins && origins !== '0') asked.set('min', origins)
  const words = asked.toString()
  return words ? `/claims?${words}` : '/claims'
}
