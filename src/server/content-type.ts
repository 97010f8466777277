/** Whether a body says of itself that it is JSON, and nothing that only begins like it (`application/json-seq`). */
export const isJson = (type: string | null | undefined): boolean => /^application\/json\s*(?:;|$)/i.test(type ?? '')
