/**
 * Hints of what there is to do on one collection, handed round among any number of processes. What is so stands in the collection: a
 * queue may lose a hint, bring it twice, late or in another order, and nothing but time is lost.
 *
 * Every adapter passes `test/conformance/queue.ts`.
 */
export interface Queue {
  /** For people: an address without its password. */
  readonly name: string
  /**
   * Keeps a hint until it is acknowledged. One whose id came within the last two minutes is not kept again.
   *
   * @returns false where it holds as many as it may: whoever has more to say says it later, or does it
   */
  publish(hint: Hint): Promise<boolean>
  /**
   * The next hint, which nobody else is handed meanwhile; undefined when none came in time, or no more are handed out.
   *
   * @param within milliseconds
   */
  take(subject: Subject, within: number): Promise<Delivery | undefined>
  /** How many hints wait or are in hand. */
  open(subject: Subject): Promise<number>
  /** Hands out no more; whoever waits for one is answered. What is in hand can still be acknowledged. */
  drain(): void
  close(): Promise<void>
}

/** `work` is for whoever has a hand free; of `part` one at a time is handed out, whoever asks. */
export type Subject = 'work' | 'part'

export interface Hint {
  readonly subject: Subject
  /** What it is about: the same hint has the same id. */
  readonly id: string
  /** JSON, some hundred kilobytes at most. */
  readonly body: unknown
}

/** A hint in somebody's hand. Who is silent for long is taken for dead, and somebody else is handed it. */
export interface Delivery {
  readonly body: unknown
  /** How many times it was handed out, this time included. */
  readonly times: number
  /** It is done: it need not come again. */
  ack(): void
  /** It is not done: it is to come again after so many milliseconds. */
  nak(after: number): void
  /** It is being worked on. */
  inProgress(): void
}
