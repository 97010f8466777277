import type { QuotedStatement } from '../model/decision.ts'

/** Words that were sent to a model and what it answered, kept so that what follows from them can be made again without it. */
export interface KeptModelAnswer {
  /** Hex SHA-256 of the question with the name and the host of the model: who asks the same again is answered from here. */
  readonly digest: string
  /** As it was asked for: `openai:NAME`. */
  readonly model: string
  /** Where the words went. */
  readonly host: string
  /** The words it was asked with: their version, `read@1`, and the SHA-256 of them. */
  readonly prompt: { readonly version: string; readonly sha256: string }
  /** What it was asked about. */
  readonly subject: ModelSubject
  /** As it came; what it proposes is checked anew each time that it is read. */
  readonly answer: string
  readonly answerSha256: string
  /** As the model counts them; null where it does not say. */
  readonly tokens: { readonly sent: number; readonly received: number } | null
  readonly at: string
  readonly by: string
}

/** A stretch of one report, or statements that were numbered from 1 on. */
export type ModelSubject =
  | {
      readonly kind: 'text'
      readonly document: string
      readonly sha256: string
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'statements'; readonly statements: readonly QuotedStatement[] }
