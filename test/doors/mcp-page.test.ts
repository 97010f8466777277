import { readFileSync, writeFileSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReadingRoom } from '../../src/app/agent/reading-room.ts'
import { openCollection } from '../../src/app/collection/open.ts'
import { agentServer } from '../../src/mcp/agent-server.ts'
import { looking, writing } from '../../src/mcp/tools.ts'
import { asked } from '../fixtures/agent.ts'
import { temporaryCollection } from '../fixtures/temporary-collection.ts'
import { ranWith } from '../fixtures/world.ts'

const path = 'docs/doors/mcp.md'
const kept = temporaryCollection()
const client = new Client({ name: 'the page', version: '1' })

beforeAll(async () => {
  await ranWith(['add', 'examples/tank-seven', '--collection', kept.place])
  const store = await openCollection(kept.place)
  const room = openReadingRoom(store, { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' })
  const [here, there] = InMemoryTransport.createLinkedPair()
  const server = agentServer({ room, web: undefined, write: false, tell: () => undefined })
  server.server.onclose = () => void store.close()
  await server.connect(there)
  await client.connect(here)
})
afterAll(async () => {
  await client.close()
  kept.remove()
})

it('answers as the page says', async () => {
  const page = readFileSync(path, 'utf8')
  const [, query = '{}', about = '{}'] = /```\nsearch (.+)\nclaim {2}(.+)\n```/.exec(page) ?? []
  const found = await asked(client, 'search', JSON.parse(query))
  const { handle } = found.data.found.items[0]
  const claim = await asked(client, 'claim', JSON.parse(about.replace('<handle>', handle)))
  const answer = `\`\`\`\n${found.text}\n\n${claim.text}\n\`\`\``
  const place = /(<!-- answer: [^\n]+ -->\n)```[\s\S]*?```/
  if (process.env.UPDATE_GOLDEN)
    writeFileSync(
      path,
      page.replace(place, (_, mark: string) => mark + answer),
    )
  expect(place.exec(readFileSync(path, 'utf8'))?.[0]).toContain(answer)
})

it('names every tool', () => {
  const page = readFileSync(path, 'utf8')
  for (const { name } of [...looking, ...writing]) expect(page).toContain(`| \`${name}\` |`)
})
