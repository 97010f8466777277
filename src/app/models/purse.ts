/** How much may be asked in one go. */
export interface Budget {
  readonly requests: number
  /** Sent and received together. */
  readonly tokens?: number | undefined
  /** In the currency of the price, for a million tokens sent and a million received. */
  readonly cost?: { readonly most: number; readonly sent: number; readonly received: number } | undefined
}

export interface Purse {
  /** Why a question of so many letters may not be asked any more; undefined where it may. */
  objection(letters: number): string | undefined
  paid(tokens: { readonly sent: number; readonly received: number } | null, letters: number, answered: number): void
  /** A question that was not answered counts as one, for it may have been paid for all the same. */
  failed(): void
}

/** Keeps count of what was asked. Where a model does not count its tokens, a token is taken for three letters, more than it is in English. */
export function openPurse({ requests, tokens, cost }: Budget): Purse {
  let [asked, sent, received] = [0, 0, 0]
  const costOf = (more: number): number =>
    cost === undefined ? 0 : ((sent + more) * cost.sent + (received + expected) * cost.received) / 1e6
  return {
    objection(letters) {
      const more = tokensOf(letters)
      if (asked >= requests) return `${requests} questions were asked, as many as were allowed`
      if (tokens !== undefined && sent + received + more + expected > tokens)
        return `${sent + received} tokens were used, and another question might take more than the ${tokens} that were allowed`
      if (cost !== undefined && costOf(more) > cost.most)
        return `another question might cost more than the ${cost.most} that were allowed`
      return undefined
    },
    paid(counted, letters, answered) {
      asked++
      sent += counted?.sent ?? tokensOf(letters)
      received += counted?.received ?? tokensOf(answered)
    },
    failed() {
      asked++
    },
  }
}

const tokensOf = (letters: number): number => Math.ceil(letters / 3)

/** Tokens of an answer that has not come yet. */
const expected = 1_000
