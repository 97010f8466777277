import type { Content } from '../src/provenance/claims/content.ts'

/** A statement of which only matters where it stands and whether somebody is named for it. */
export const contentIn = (document: string, attributed: boolean): Content => ({
  document,
  statement: 0,
  start: 0,
  end: 1,
  quote: '',
  plain: '',
  terms: new Map(),
  measures: [],
  years: new Set(),
  headline: false,
  attributed,
  certainty: 'asserted',
  question: false,
})
