/**
 * A day or a moment as ISO 8601 has it; null for anything else. What a file says of its own date may be any words, and a date is shown to
 * agents without marks.
 */
export const dated = (said: string | null | undefined): string | null =>
  said && /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(said)
    ? said
    : null
