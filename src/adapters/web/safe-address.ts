import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { badPorts } from './bad-ports.ts'

/**
 * Why this address must not be fetched, as the end of a sentence with the remedy; undefined when it may. Articles, feeds and redirections
 * name addresses, and who writes those must not be able to make this machine ask its own network (server-side request forgery).
 *
 * Every spelling of a host is one here, because `URL` has already made it so: `0x7f.1`, `2130706433`, `０x7f.１` and `127.0.0.1` are equal
 * once parsed, and it is the parsed form that is connected to. Names are checked again by each address that they turn out to have
 * (`connector.ts`).
 */
export function objectionTo(url: URL, allowPrivate = false): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'only http and https addresses are fetched'
  if (url.username !== '' || url.password !== '') return 'it holds a user name or password; give it without them'
  if (url.port !== '' && badPorts.has(Number(url.port)))
    return `port ${url.port} belongs to another service than the web; no browser asks it either`
  const host = bareHost(url)
  return isIP(host) ? objectionToIp(host, allowPrivate) : objectionToName(host, allowPrivate)
}

/** Why no connection may be made to this IP address; undefined when one may. Decides by what the address is for, not how it is written. */
export function objectionToIp(ip: string, allowPrivate = false): string | undefined {
  if (isIP(ip) === 0 || ip.includes('%')) return 'its host is no address that can be checked'
  const address = ipaddr.process(ip)
  const written = address.toString()
  if (metadata.has(written)) return `${written} tells a cloud machine its secrets`
  const range = address instanceof ipaddr.IPv6 ? rangeOfIpv6(address) : address.range()
  if (range === 'unicast') return undefined
  if (range instanceof ipaddr.IPv4) return objectionToIp(range.toString(), allowPrivate)
  if (!openable.has(range)) return `${written} (${range}) is no address of the public internet`
  return allowPrivate ? undefined : `${written} (${range}) is in a private network; ${remedy}`
}

/** The host without the brackets of IPv6 and without the dot that ends a full name. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')

const remedy = 'if you mean it, give --allow-private'

/** Ranges where somebody's own pages may be. Link-local addresses are not among them: what answers there is no page. */
const openable: ReadonlySet<string> = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal'])

/** Where clouds keep the keys of a machine: AWS, Google, Azure (two of them outside every special range), Alibaba, Oracle. */
const metadata: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
])

const metadataNames = /^(?:metadata\.google\.internal|metadata\.goog|metadata\.tencentyun\.com|instance-data\..*)$/

/** Names that are never public: RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`, and what home and office networks call themselves. */
const localNames =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|ip6-localhost|ip6-loopback)$/

function objectionToName(host: string, allowPrivate: boolean): string | undefined {
  if (host === '') return 'it names no host'
  if (metadataNames.test(host)) return `${host} tells a cloud machine its secrets`
  if (allowPrivate || (host.includes('.') && !localNames.test(host))) return undefined
  return `${host} is a name inside a private network; ${remedy}`
}

/**
 * The range of an IPv6 address, or the IPv4 address that stands for it. Only 2000::/3 is given out to the public (RFC 4291); 64:ff9b::/96
 * is how networks without IPv4 reach the rest of the world (NAT64, RFC 6052), and leads to the address inside.
 */
function rangeOfIpv6(address: ipaddr.IPv6): string | ipaddr.IPv4 {
  const range = address.range()
  const { parts } = address
  if (range === 'rfc6052' && parts[2] === 0) return embedded(parts)
  if (range !== 'unicast') return range
  if ((parts[0] ?? 0) >> 13 !== 1) return 'reserved'
  // ISATAP (RFC 5214): an IPv4 address of the inner network in the last half.
  return parts[5] === 0x5efe && ((parts[4] ?? 0) & 0xfdff) === 0 ? 'isatap' : 'unicast'
}

const embedded = (parts: readonly number[]): ipaddr.IPv4 =>
  new ipaddr.IPv4([parts[6] ?? 0, parts[7] ?? 0].flatMap((part) => [part >> 8, part & 0xff]))
