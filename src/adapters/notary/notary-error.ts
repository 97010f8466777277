/** An authority that could not be asked or believed: the world failing, which is shown to the user as a sentence and nothing more. */
export const notaryError = (message: string, cause?: unknown): Error & { readonly code: string } =>
  Object.assign(new Error(message, cause === undefined ? {} : { cause }), { code: 'NOTARY' })
