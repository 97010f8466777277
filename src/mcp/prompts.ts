import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { sealed, words } from '../export/agent/sealed.ts'

/** Questions that people ask again and again, as prompts that a client can offer. */
export function servePrompts(server: McpServer): void {
  server.registerPrompt(
    'who-said-it-first',
    {
      title: 'Who said it first?',
      description: 'Finds a claim in the collection and follows it to its origins.',
      argsSchema: { claim: z.string().min(1).max(1_000) },
    },
    ({ claim }) =>
      asks(
        claim,
        'Find it with the tool search, then ask the tools claim and trail. Tell who reported it earliest, where each trail ends, how many independent origins this collection shows, and what changed on the way, each with the words of the report. Say “independence not established” where nobody is named. Do not say whether the claim holds: Headwater does not know that.',
      ),
  )
  server.registerPrompt(
    'what-is-new-here',
    {
      title: 'What does this report add?',
      description: 'Looks at one report of the collection: what it has of its own, and what from others.',
      argsSchema: { report: z.string().min(1).max(1_000) },
    },
    ({ report }) =>
      asks(
        report,
        'Find the report with the tool search (kinds: document), read it as a resource, and use compare with each report that it shares claims with. Tell which claims it has of its own, which it has from whom, and which words show that.',
      ),
  )
}

/** What was asked for may have been pasted from an article. */
function asks(about: string, then: string) {
  const { it } = sealed({ it: words(about, 1_000) })
  return {
    messages: [
      { role: 'user' as const, content: { type: 'text' as const, text: `What this is about: ${it}\n\n${then}` } },
    ],
  }
}
