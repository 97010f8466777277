/** A language model that somebody else runs. It is asked one question at a time, and what it says is only ever a proposal. */
export interface Model {
  /** As it was asked for: `openai:NAME`. */
  readonly name: string
  /** The host that the words go to, with its port. */
  readonly host: string
  /** What goes wrong out there is a value; an `Error` is a defect, or the reason of the signal. */
  ask(question: ModelQuestion, signal?: AbortSignal): Promise<ModelAnswer | ModelFailure>
  close(): Promise<void>
}

export interface ModelQuestion {
  /** What the model is to do, in our words only. */
  readonly system: string
  /** What it is to do it with; words of reports are fenced in. */
  readonly user: string
  /** The form of its answer. */
  readonly schema: JsonSchema
}

export type JsonSchema = Readonly<Record<string, unknown>>

export interface ModelAnswer {
  /** The words of the model, not longer than the adapter lets through. */
  readonly text: string
  readonly tokens: { readonly sent: number; readonly received: number } | null
}

export interface ModelFailure {
  readonly code: 'busy' | 'forbidden-address' | 'malformed' | 'no-access' | 'refused' | 'too-large' | 'unreachable'
  /** One sentence with the remedy. Never words of the other side, which may hold the key. */
  readonly says: string
}
