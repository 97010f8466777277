import type { KeptModelAnswer, ModelSubject } from '../collection/model-answer.ts'
import type { QuotedStatement } from '../model/decision.ts'
import type { Excerpt } from '../model/span.ts'
import { withoutHidden } from '../text/hidden.ts'
import { answerShapes } from './answer-shape.ts'
import { type Task, tasks } from './prompts.ts'

/** Something that a model proposes. Every word of a report in it was found in that report by code, never taken from the answer. */
export type Proposal =
  | { readonly kind: 'statement'; readonly document: string; readonly quote: Excerpt }
  | { readonly kind: 'attribution'; readonly document: string; readonly quote: Excerpt; readonly source: Excerpt }
  | { readonly kind: 'link'; readonly a: QuotedStatement; readonly b: QuotedStatement }
  | { readonly kind: 'translation'; readonly document: string; readonly quote: Excerpt; readonly translation: string }

export interface Checked {
  readonly proposals: readonly Proposal[]
  /** How many were thrown away: their words do not stand in the text, their numbers differ, or they name what was not asked about. */
  readonly dropped: number
  /** Why nothing of the answer could be used; undefined where it could. */
  readonly says?: string
}

/**
 * What of an answer may be shown to a person. Anything that is not of the form that was asked for spoils the whole answer; any proposal that
 * is not word for word in what was sent is dropped.
 *
 * @param textOf the text of a report with this digest; undefined where there is none, or another one by now
 */
export function proposalsIn(
  { prompt, subject, answer }: Pick<KeptModelAnswer, 'prompt' | 'subject' | 'answer'>,
  textOf: (document: string, sha256: string) => string | undefined,
): Checked {
  const task = tasks.find((one) => prompt.version.startsWith(`${one}@`))
  if (!task) return unusable('it was asked by a prompt that this version does not know')
  const json = jsonIn(answer)
  if (json === undefined) return unusable('it is not the JSON that was asked for')
  const found = answerShapes[task].safeParse(json)
  if (!found.success) return unusable('it is not of the form that was asked for')
  return subject.kind === 'statements'
    ? linksIn(found.data as Answer<'links'>, subject.statements)
    : spansIn(
        found.data as Answer<'statements'> | Answer<'translations'>,
        subject,
        textOf(subject.document, subject.sha256),
      )
}

type Answer<T extends Task> = ReturnType<(typeof answerShapes)[T]['parse']>

const unusable = (says: string): Checked => ({ proposals: [], dropped: 0, says })

/**
 * Many models put what they answer into a code block, whatever they are told. Some fall into writing line ends for ever: one pattern for the
 * whole of it would try every way to part those.
 */
function jsonIn(answer: string): unknown {
  const bare = answer.trim()
  const opening = bare.endsWith('```') ? /^```(?:json)?[^\S\n]*\n/.exec(bare)?.[0] : undefined
  try {
    return JSON.parse(opening === undefined ? bare : bare.slice(opening.length, -3))
  } catch {
    return undefined
  }
}

function linksIn(answer: Answer<'links'>, statements: readonly QuotedStatement[]): Checked {
  if (!('links' in answer)) return unusable('it is not of the form that was asked for')
  const seen = new Set<string>()
  const proposals = answer.links.slice(0, mostOfAKind).flatMap(({ a, b }): readonly Proposal[] => {
    const [one, other] = [statements[Math.min(a, b) - 1], statements[Math.max(a, b) - 1]]
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    if (!one || !other || a === b || seen.has(key)) return []
    seen.add(key)
    return [{ kind: 'link', a: one, b: other }]
  })
  return { proposals, dropped: answer.links.length - proposals.length }
}

function spansIn(
  answer: Answer<'statements'> | Answer<'translations'>,
  subject: Extract<ModelSubject, { kind: 'text' }>,
  text: string | undefined,
): Checked {
  if (text === undefined) return unusable('the report has another text by now')
  const { document } = subject
  const given =
    'translations' in answer
      ? answer.translations.map(({ quote, translation }) => translated(text, subject, quote, translation))
      : [
          ...answer.statements.slice(0, mostOfAKind).map(({ quote }): Proposal | undefined => {
            const found = excerpt(text, subject, quote)
            return found && { kind: 'statement', document, quote: found }
          }),
          ...answer.attributions
            .slice(0, mostOfAKind)
            .map(({ quote, source }) => attributed(text, subject, quote, source)),
        ]
  const all =
    'translations' in answer ? answer.translations.length : answer.statements.length + answer.attributions.length
  const seen = new Set<string>()
  const proposals = given.slice(0, 2 * mostOfAKind).flatMap((one): readonly Proposal[] => {
    const key = JSON.stringify(one)
    if (one === undefined || seen.has(key)) return []
    seen.add(key)
    return [one]
  })
  return { proposals, dropped: all - proposals.length }
}

const mostOfAKind = 50

/** The words as they stand in the part of the text that was sent; undefined where they do not. */
function excerpt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  quote: string,
  shortest = 12,
): Excerpt | undefined {
  const words = quote.trim()
  if (words.length < shortest || words.length > 1_000) return undefined
  const at = text.indexOf(words, start)
  return at < 0 || at + words.length > end
    ? undefined
    : { start: at, end: at + words.length, quote: text.slice(at, at + words.length) }
}

/** Who said it has to be named in the same paragraph. */
function attributed(
  text: string,
  subject: Extract<ModelSubject, { kind: 'text' }>,
  quote: string,
  source: string,
): Proposal | undefined {
  const found = excerpt(text, subject, quote)
  if (!found) return undefined
  const paragraph = {
    start: Math.max(subject.start, text.lastIndexOf('\n', found.start - 1) + 1),
    end: Math.min(subject.end, text.indexOf('\n', found.end) < 0 ? text.length : text.indexOf('\n', found.end)),
  }
  const named = excerpt(text, paragraph, source, 2)
  if (!named || named.quote.length > 120 || !/\p{L}/u.test(named.quote)) return undefined
  return { kind: 'attribution', document: subject.document, quote: found, source: named }
}

/** The words stay; beside them stands what the model makes of them, where it has the same numbers. */
function translated(
  text: string,
  subject: Extract<ModelSubject, { kind: 'text' }>,
  quote: string,
  given: string,
): Proposal | undefined {
  const found = excerpt(text, subject, quote)
  const translation = withoutHidden(given).text.replace(/\s+/g, ' ').trim()
  const isMeasured = translation.length > 0 && translation.length <= 4 * (found?.quote.length ?? 0) + 40
  if (!found || !isMeasured || numbersIn(found.quote) !== numbersIn(translation)) return undefined
  return { kind: 'translation', document: subject.document, quote: found, translation }
}

/** The digits of every number, whatever parts its thousands and decimals, in order of size. */
function numbersIn(text: string): string {
  const found = text.normalize('NFKC').match(numeral) ?? []
  return found
    .map((one) =>
      [...one]
        .filter((letter) => /\p{Nd}/u.test(letter))
        .map(digitOf)
        .join(''),
    )
    .sort()
    .join(' ')
}

const numeral = /(?:\p{Nd}{1,3}(?:[.,'’\u00A0\u202F ]\p{Nd}{3})+|\p{Nd}+)(?:[.,]\p{Nd}+)?/gu

/** Digits of every script come in rows of ten that begin at a zero. */
function digitOf(letter: string): string {
  let code = letter.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return String(value)
}
