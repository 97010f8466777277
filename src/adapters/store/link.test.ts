import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLink } from './link.ts'

let server: Server
const answering = new Set<Socket>()
beforeEach(async () => {
  server = createServer((socket) => answering.add(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  for (const socket of answering) socket.destroy()
  answering.clear()
  server.close()
})

it('waits as long as it takes for a host that is there', async () => {
  const link = openLink(20)
  const socket = await connected(link.socket())
  // Looked at several times meanwhile: each look is a connection of its own.
  const answer = new Promise<string>((done) => {
    server.on('connection', () => {
      if (answering.size > 3) done('late')
    })
  })
  expect(await link.during(answer)).toBe('late')
  expect(socket.destroyed).toBe(false)
  socket.destroy()
})

it('gives up all connections to a host that lets nobody in any more', async () => {
  const link = openLink(20)
  const [one, other] = [await connected(link.socket()), await connected(link.socket())]
  const gone = once(other, 'close')
  // Those who are connected stay so, and nobody says anything.
  server.close()
  await expect(link.during(answerOn(one))).rejects.toThrow(/^the host 127\.0\.0\.1 cannot be reached any more$/)
  await gone.catch(() => undefined)
  expect(other.destroyed).toBe(true)
})

it('looks at nothing while nobody waits', async () => {
  const link = openLink(20)
  const socket = await connected(link.socket())
  await link.during(Promise.resolve('at once'))
  await new Promise((rested) => setTimeout(rested, 100))
  expect(answering.size).toBe(1)
  socket.destroy()
})

async function connected(socket: Socket): Promise<Socket> {
  socket.on('error', () => undefined).connect((server.address() as AddressInfo).port, '127.0.0.1')
  await Promise.all([once(socket, 'connect'), once(server, 'connection')])
  return socket
}

const answerOn = (socket: Socket): Promise<never> => new Promise((_, failed) => socket.once('error', failed))
