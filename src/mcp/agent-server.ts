import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { outline } from '../export/agent/outline.ts'
import { version } from '../model/version.ts'
import { servePrompts } from './prompts.ts'
import { serveResources } from './resources.ts'
import { aboutMarks, NotDone, type Place, type Tool } from './tool.ts'
import { looking, writing } from './tools.ts'

export interface AgentOptions extends Place {
  /** Whether agents may add to the collection. */
  readonly write: boolean
  /** Told of what should not happen. */
  readonly tell: (says: string) => void
}

/** What a program asks a collection by the Model Context Protocol: tools, resources and prompts over the use cases that people have. */
export function agentServer(options: AgentOptions): McpServer {
  const server = new McpServer(
    { name: 'headwater', title: 'Headwater: git blame for the news', version },
    { instructions, maxToolInputElements: 1_000 },
  )
  for (const tool of [...looking, ...(options.write ? writing : [])]) serveTool(server, tool, options)
  serveResources(server.server, options)
  servePrompts(server)
  return server
}

const instructions = `Headwater follows claims of news reports to their origins: who said it first, how many independent origins a claim has in this collection, how it changed on the way. It counts origins, it does not judge: never say of a claim that it holds or does not because of what Headwater found. ${aboutMarks}`

function serveTool(server: McpServer, tool: Tool, options: AgentOptions): void {
  const { name, title, description, input, output, annotations } = tool
  server.registerTool(
    name,
    { title, description, inputSchema: input, outputSchema: output, annotations: { title, ...annotations } },
    async (given: Readonly<Record<string, unknown>>): Promise<CallToolResult> => {
      try {
        const answer = await tool.run(given, options)
        return { content: [{ type: 'text', text: outline(answer) }, ...linksIn(answer)], structuredContent: answer }
      } catch (error) {
        return failed(error, options)
      }
    },
  )
}

/** What a defect says of itself may hold words of articles or paths of this machine: it is told here, and not to the agent. */
function failed(error: unknown, { tell }: AgentOptions): CallToolResult {
  if (error instanceof NotDone) return { content: [{ type: 'text', text: error.message }], isError: true }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return {
    content: [{ type: 'text', text: 'This failed; what happened stands where the server was started.' }],
    isError: true,
  }
}

/** The first handles of an answer as links, which clients can offer to open. */
function linksIn(
  answer: object,
): readonly { readonly type: 'resource_link'; readonly uri: string; readonly name: string }[] {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /^headwater:\/\/\S+$/.test(value)) found.add(value)
    else if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) walk(held)
  }
  walk(answer)
  return [...found].slice(0, 5).map((uri) => ({ type: 'resource_link', uri, name: uri.slice('headwater://'.length) }))
}
