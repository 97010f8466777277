/** Answers that were given before, to ask with their tags whether they are still the same (RFC 9110, If-None-Match). */
export interface HeldAnswers {
  get(address: string): HeldAnswer | undefined
  /** Holds an answer in the place of what was held of its address; what was asked for longest ago is let go for it. */
  put(address: string, answer: HeldAnswer): void
}

/** Held as it came and read anew each time: whoever changes what they were given changes nobody else's. */
export interface HeldAnswer {
  readonly tag: string
  readonly text: string
}

/** @param most letters that all of them may have together; a longer answer is not held at all */
export function heldAnswers(most: number): HeldAnswers {
  // A Map gives its keys in the order in which they were set: the first is the one that was asked for longest ago.
  const held = new Map<string, HeldAnswer>()
  let letters = 0

  function remove(address: string): void {
    letters -= lettersOf(address, held.get(address))
    held.delete(address)
  }
  return {
    get(address) {
      const answer = held.get(address)
      if (!answer) return undefined
      held.delete(address)
      held.set(address, answer)
      return answer
    },
    put(address, answer) {
      remove(address)
      const more = lettersOf(address, answer)
      if (more > most) return
      held.set(address, answer)
      letters += more
      for (const oldest of held.keys()) {
        if (letters <= most) break
        remove(oldest)
      }
    },
  }
}

const lettersOf = (address: string, answer: HeldAnswer | undefined): number =>
  answer === undefined ? 0 : address.length + answer.tag.length + answer.text.length
