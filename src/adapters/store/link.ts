import { connect, Socket } from 'node:net'

/**
 * The way to a server, watched. What is written to a host that is cut off is sent again by the system for a quarter of an hour before anybody is
 * told; so whoever has waited for an answer for a while has it looked whether the host can be reached at all. An answer
 * may still take as long as it takes.
 */
export interface Link {
  /** A socket for one more connection. */
  readonly socket: () => Socket
  /** Waits for an answer, and fails where the host cannot be reached any more: with it all connections to that host are given up. */
  during<T>(answer: Promise<T>): Promise<T>
}

/** @param patience how long an answer takes before it is looked, and how long the host may take to be reached; milliseconds */
export function openLink(patience: number): Link {
  const sockets = new Set<Socket>()
  /** Looks that are under way, by the place that they look at: however many wait, one is enough. */
  const looks = new Map<string, Promise<boolean>>()

  return {
    socket() {
      const socket = new Socket()
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      return socket
    },
    async during(answer) {
      let timer = setTimeout(again, patience)
      let isOver = false
      async function again(): Promise<void> {
        await look()
        if (!isOver) timer = setTimeout(again, patience)
      }
      try {
        return await answer
      } finally {
        isOver = true
        clearTimeout(timer)
      }
    },
  }

  async function look(): Promise<void> {
    await Promise.all(
      [...sockets].map(async (socket) => {
        const { remoteAddress: host, remotePort: port } = socket
        // A socket in a folder of this machine has neither.
        if (host === undefined || port === undefined || (await isReached(host, port))) return
        socket.destroy(new Error(`the host ${host} cannot be reached any more`))
      }),
    )
  }

  /** By its address and not by its name, so that nothing is said of who knows names. */
  function isReached(host: string, port: number): Promise<boolean> {
    const place = `${host} ${port}`
    const known = looks.get(place)
    if (known) return known
    const looked = new Promise<boolean>((done) => {
      const trial = connect({ host, port })
      // A turn later, so that one who computed all the while still hears what came meanwhile.
      const timer = setTimeout(() => setImmediate(over, false), patience)
      const over = (isThere: boolean): void => {
        clearTimeout(timer)
        trial.destroy()
        done(isThere)
      }
      trial
        .once('connect', () => over(true))
        .once('error', ({ code }: NodeJS.ErrnoException) => over(!gone.has(code ?? '')))
    }).finally(() => looks.delete(place))
    looks.set(place, looked)
    return looked
  }
}

/** What says that the host cannot be reached; anything else (no more files may be opened, say) is a trouble of this machine. */
const gone: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'ETIMEDOUT',
])
