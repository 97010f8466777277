/** Where a collection takes pages, from the address at which its workbench is open; undefined for what is none. */
export function inputsOf(workbench) {
  if (!URL.canParse(workbench)) return undefined
  const { origin, protocol, hostname, pathname } = new URL(workbench)
  const [, name] = /^\/collections\/([^/]+)/.exec(pathname) ?? []
  const isHere = ['127.0.0.1', 'localhost'].includes(hostname)
  return name && (protocol === 'https:' || (protocol === 'http:' && isHere))
    ? `${origin}/api/v1/collections/${name}/inputs`
    : undefined
}
