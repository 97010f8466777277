import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { type AgentOptions, agentServer } from './agent-server.ts'

/** Serves one agent over standard input and output, until it closes them. */
export async function serveStdio(
  options: AgentOptions,
  stdin: Readable = process.stdin,
  stdout: Writable = process.stdout,
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: longestMessage })
  const server = agentServer(options)
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = () => resolve()
    server.server.onerror = (error) => options.tell(error.message)
    stdin.once('end', () => void server.close())
    stdin.once('close', () => void server.close())
  })
  await server.connect(transport)
  await ended
}

/** Bytes of one message: a few times what a tool takes. */
const longestMessage = 4 * 1024 * 1024
