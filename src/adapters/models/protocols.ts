import { z } from 'zod'
import type { ModelAnswer, ModelQuestion } from '../../ports/model.ts'

/** How one kind of server is asked, and where its answer holds the words. */
export interface Protocol {
  /** Where it is asked when nobody says. */
  readonly usual: string
  readonly path: string
  /** The variable that people who use this service have its key in; it is sent to the usual address only. */
  readonly key: string | undefined
  headers(key: string): Readonly<Record<string, string>>
  /** @param plain without a form for the answer, for servers that refuse a request with one */
  body(
    question: ModelQuestion,
    name: string,
    options: { readonly plain: boolean; readonly usual: boolean },
  ): Readonly<Record<string, unknown>>
  /** Undefined where it is none. */
  answerIn(json: unknown): ModelAnswer | undefined
}

/** OpenAI's chat completions, which most other servers understand too (vLLM, llama.cpp, LM Studio, Mistral …). */
const openai: Protocol = {
  usual: 'https://api.openai.com',
  path: '/v1/chat/completions',
  key: 'OPENAI_API_KEY',
  headers: (key) => ({ authorization: `Bearer ${key}` }),
  body: ({ system, user, schema }, model, { plain, usual }) => ({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    // Its newer models refuse the older name, which is the only one that others know.
    [usual ? 'max_completion_tokens' : 'max_tokens']: mostTokens,
    ...(plain
      ? {}
      : { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } } }),
  }),
  answerIn(json) {
    const found = z
      .object({
        choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
        usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).optional().catch(undefined),
      })
      .safeParse(json).data
    const text = found?.choices[0]?.message.content
    if (found === undefined || text === undefined) return undefined
    const { usage } = found
    return { text, tokens: usage ? { sent: usage.prompt_tokens, received: usage.completion_tokens } : null }
  },
}

/** Anthropic's messages. The form of the answer is that of a tool, which is only ever read: nothing is called. */
const anthropic: Protocol = {
  usual: 'https://api.anthropic.com',
  path: '/v1/messages',
  key: 'ANTHROPIC_API_KEY',
  headers: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
  body: ({ system, user, schema }, model, { plain }) => ({
    model,
    system,
    max_tokens: mostTokens,
    messages: [{ role: 'user', content: user }],
    ...(plain
      ? {}
      : {
          tools: [{ name: 'answer', description: 'The answer, in the form that was asked for.', input_schema: schema }],
          tool_choice: { type: 'tool', name: 'answer' },
        }),
  }),
  answerIn(json) {
    const found = z
      .object({
        content: z.array(
          z.union([
            z.object({ type: z.literal('tool_use'), name: z.literal('answer'), input: z.unknown() }),
            z.object({ type: z.literal('text'), text: z.string() }),
            z.object({ type: z.string() }),
          ]),
        ),
        usage: z.object({ input_tokens: tokens, output_tokens: tokens }).optional().catch(undefined),
      })
      .safeParse(json).data
    const parts = found?.content ?? []
    const used = parts.find((part) => 'input' in part)
    const text = used ? JSON.stringify(used.input) : parts.map((part) => ('text' in part ? part.text : '')).join('')
    if (found === undefined || text === undefined || text === '') return undefined
    const { usage } = found
    return { text, tokens: usage ? { sent: usage.input_tokens, received: usage.output_tokens } : null }
  },
}

/** Ollama's chat, on this machine when nobody says otherwise. */
const ollama: Protocol = {
  usual: 'http://127.0.0.1:11434',
  path: '/api/chat',
  key: undefined,
  headers: (key) => ({ authorization: `Bearer ${key}` }),
  body: ({ system, user, schema }, model, { plain }) => ({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    stream: false,
    options: { temperature: 0, seed: 0, num_predict: mostTokens },
    ...(plain ? {} : { format: schema }),
  }),
  answerIn(json) {
    const found = z
      .object({
        message: z.object({ content: z.string() }),
        prompt_eval_count: tokens.optional().catch(undefined),
        eval_count: tokens.optional().catch(undefined),
      })
      .safeParse(json).data
    if (found === undefined) return undefined
    const { prompt_eval_count: sent, eval_count: received } = found
    const isCounted = sent !== undefined && received !== undefined
    return { text: found.message.content, tokens: isCounted ? { sent, received } : null }
  },
}

const tokens = z.int().nonnegative().max(1_000_000_000)

/** What is asked for fits in half of it. */
const mostTokens = 4_000

export const protocols: Readonly<Record<string, Protocol>> = { openai, anthropic, ollama }
