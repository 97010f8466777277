import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../collection/log.ts'
import type { KeptModelAnswer, ModelSubject } from '../collection/model-answer.ts'
import type { Shelf } from '../export/workbench/shelf.ts'
import type { QuotedStatement } from '../model/decision.ts'
import type { ReportDocument } from '../model/report.ts'
import { fenceFor } from '../text/fence.ts'
import { withoutHidden } from '../text/hidden.ts'
import { shapeOf } from './answer-shape.ts'
import { type Prompt, prompts, type Task } from './prompts.ts'

/** One question to a model, with what it is about. */
export interface Question {
  readonly prompt: KeptModelAnswer['prompt']
  readonly subject: ModelSubject
  readonly system: string
  readonly user: string
  readonly schema: Readonly<Record<string, unknown>>
  /** For people. */
  readonly about: string
}

/**
 * All that a model can be asked about the reports of a shelf: each report by itself, and the claims of each story beside each other. No question holds
 * words of reports of two stories, and the number of questions grows with the length of the texts.
 *
 * @param language what translations are wanted in; ISO 639-1
 */
export function* questionsOf(shelf: Shelf, wanted: readonly Task[], language = 'en'): Generator<Question> {
  for (const document of shelf.report.documents) {
    if (wanted.includes('statements')) yield* aboutTexts(document, prompts.statements, '')
    if (wanted.includes('translations') && document.language !== language && document.language !== 'und')
      yield* aboutTexts(document, prompts.translations, languageName(language))
  }
  if (wanted.includes('links'))
    for (const { claims, title } of shelf.stories) {
      const statements = claims.flatMap((claim) => shelf.statements.get(claim.statements[0] ?? '') ?? [])
      for (let at = 0; at + 1 < statements.length; at += mostStatements)
        yield aboutStatements(
          statements
            .slice(at, at + mostStatements)
            .map(({ document, quote, start, end }) => ({ document, quote, start, end })),
          title,
        )
    }
}

/** Hex digest of what is sent and to whom: the same question has the same one. */
export function digestOf(question: Question, model: string, host: string): string {
  const { system, user, prompt, subject } = question
  return digest(canonicalJson({ model, host, system, user, prompt, subject: JSON.parse(JSON.stringify(subject)) }))
}

/** Digest of the words of a prompt. */
export const promptDigest = ({ system, asks }: Prompt): string => digest(`${system}\n${asks}`)

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Code units of a report that are sent at once, parts of one report that are, and statements that are set beside each other. */
const longest = 12_000
const mostParts = 20
const mostStatements = 40

function* aboutTexts(
  { id, text, sha256: textDigest }: ReportDocument,
  prompt: Prompt,
  language: string,
): Generator<Question> {
  let start = 0
  for (let part = 0; start < text.length && part < mostParts; part++) {
    const end = partEnd(text, start)
    const shown = withoutHidden(text.slice(start, end)).text
    if (/\p{L}/u.test(shown))
      yield questionOf(prompt, { kind: 'text', document: id, sha256: textDigest, start, end }, [shown], id, language)
    start = end
  }
}

/** At the end of a line where there is one, so that no sentence is cut. */
function partEnd(text: string, start: number): number {
  if (text.length - start <= longest) return text.length
  const line = text.lastIndexOf('\n', start + longest)
  const end = line > start + longest / 2 ? line : start + longest
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end
}

function aboutStatements(statements: readonly QuotedStatement[], title: string): Question {
  const shown = statements.map(({ quote }) => withoutHidden(quote.slice(0, 600)).text.replace(/\s+/g, ' '))
  return questionOf(
    prompts.links,
    { kind: 'statements', statements },
    shown,
    `${statements.length} statements of “${title}”`,
    '',
  )
}

function questionOf(
  prompt: Prompt,
  subject: ModelSubject,
  shown: readonly string[],
  about: string,
  language: string,
): Question {
  const mark = fenceFor([...shown, prompt.system, prompt.asks], 16)
  const fenced = shown.map((text, n) => `${shown.length > 1 ? `${n + 1}. ` : ''}[${mark}: ${text} :${mark}]`).join('\n')
  return {
    prompt: { version: prompt.version, sha256: promptDigest(prompt) },
    subject,
    system: prompt.system,
    user: `${prompt.asks.replaceAll('LANGUAGE', language)}\n\nThe ID of the marks is ${mark}.\n\n${fenced}\n\nThe text has ended. Answer with the JSON object only.`,
    schema: shapeOf(prompt.task),
    about,
  }
}

/** Names of languages in English, as far as prompts are tried in them; another goes by its code. */
const languageName = (code: string): string =>
  ({ en: 'English', de: 'German', fr: 'French', es: 'Spanish', uk: 'Ukrainian', ru: 'Russian', ja: 'Japanese' })[
    code
  ] ?? `the language with the ISO 639-1 code ${code}`
