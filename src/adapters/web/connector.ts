import { lookup as lookUp } from 'node:dns/promises'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { Failed, failure } from './failure.ts'
import { objectionToIp } from './safe-address.ts'

/** All IP addresses that a name has, as the system's resolver tells them. */
export type Resolve = (host: string) => Promise<readonly string[]>

export const systemResolve: Resolve = async (host) =>
  (await lookUp(host, { all: true, verbatim: true })).map(({ address }) => address)

export interface Connecting {
  readonly resolve: Resolve
  readonly allowPrivate: boolean
  /** Certificates, in PEM, that are believed in place of the system's. */
  readonly authorities: string | undefined
  /** Milliseconds until a connection that does not come about is given up. */
  readonly timeout: number
}

/**
 * Makes connections only to addresses that may be connected to. Looks a name up once and connects to the very answers that were checked,
 * so a name that says one thing to the check and another to the connection (DNS rebinding) has no second chance. An IP address in place of
 * a name is never looked up, and is checked here by itself; what the socket then says it is connected to is checked once more.
 */
export function connectorOf({ resolve, allowPrivate, authorities, timeout }: Connecting): buildConnector.connector {
  const connect = buildConnector({
    timeout,
    // By itself Node gives each address of a name a quarter of a second, less than the other end of the world takes.
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 2500,
    lookup: checkedLookup(resolve, allowPrivate),
    ...(authorities === undefined ? {} : { ca: authorities }),
  })
  return (options, callback) => {
    const problem = isIP(options.hostname) ? objectionToIp(options.hostname, allowPrivate) : undefined
    if (problem !== undefined) return callback(forbidden(problem), null)
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null)
      const reached = reachedBy(socket, allowPrivate)
      if (reached === undefined) return callback(null, socket)
      socket.destroy()
      callback(forbidden(reached), null)
    })
  }
}

/** A `lookup` for sockets that gives only what may be connected to. One forbidden answer spoils all: who gives it means no good. */
export function checkedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    const answered = resolve(host).then((addresses) => {
      for (const address of addresses) {
        const problem = objectionToIp(address, allowPrivate)
        if (problem !== undefined) throw forbidden(`${host} leads there: ${problem}`)
      }
      if (addresses.length === 0) throw Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' })
      return addresses.map((address) => ({ address, family: isIP(address) }))
    })
    answered.then(
      (found) => {
        const [first] = found
        if (options.all) callback(null, found)
        else callback(null, first?.address ?? '', first?.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

const reachedBy = (socket: Socket, allowPrivate: boolean): string | undefined =>
  socket.remoteAddress === undefined ? undefined : objectionToIp(socket.remoteAddress, allowPrivate)

const forbidden = (says: string): Failed => new Failed(failure('forbidden-address', says))
