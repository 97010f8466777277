import type { Refusal } from '../../model/document.ts'
import type { Reader } from '../capture.ts'
import type { Draft } from '../draft.ts'

export const html: Reader = {
  ref: 'html@0',
  accepts: ({ input, mediaType }) => /\.x?html?$/i.test(input) || /html/.test(mediaType ?? ''),
  read: ({ input }) => ({ documents: [], refusals: [{ input, code: 'unsupported', says: 'HTML is not read yet' }] }),
}

export function draftFromHtml(_markup: string, about: Pick<Draft, 'id' | 'input'>): Draft | Refusal {
  return { input: about.input, code: 'unsupported', says: 'HTML is not read yet' }
}
