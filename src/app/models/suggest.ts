import type { Json } from '../../collection/log.ts'
import type { KeptModelAnswer, ModelSubject } from '../../collection/model-answer.ts'
import { beside, type Shelf } from '../../export/workbench/shelf.ts'
import type { Suggestion } from '../../export/workbench/suggestions.ts'
import type { Model, ModelFailure } from '../../ports/model.ts'
import type { Store } from '../../ports/store.ts'
import type { Task } from '../../suggesting/prompts.ts'
import { type Checked, proposalsIn } from '../../suggesting/proposals.ts'
import { digestOf, type Question, questionsOf } from '../../suggesting/question.ts'
import { suggestedBy, textsOf } from '../../suggesting/suggested.ts'
import type { Acting } from '../collection/acting.ts'
import { hexOf } from '../collection/digest.ts'
import type { Answer } from '../workbench/answer.ts'
import { type Budget, openPurse } from './purse.ts'

export interface Suggesting {
  readonly store: Store
  readonly answer: Answer
  readonly model: Model
  readonly acting: Acting
  readonly tasks: readonly Task[]
  /** What translations are wanted in; ISO 639-1. */
  readonly language: string
  readonly budget: Budget
  readonly signal?: AbortSignal | undefined
}

/** What became of one question. */
export interface Asked {
  readonly question: Question
  /** `kept`: it was answered before, and nothing was sent. */
  readonly state: 'answered' | 'kept' | 'failed'
  readonly checked: Checked | undefined
  readonly failure: ModelFailure | undefined
}

/** Why it ended before all was asked; undefined where all was. */
export type Ended = { readonly says: string; readonly left: number } | undefined

/**
 * Asks a model all that it can be asked about a collection. Each answer is kept as it comes, so that what is stopped goes on from there, and
 * what was answered once is never asked again. A failure that would meet every question ends it.
 */
export async function* suggestAll(suggesting: Suggesting): AsyncGenerator<Asked, Ended> {
  const { store, answer: known, model, acting, signal } = suggesting
  const purse = openPurse(suggesting.budget)
  const questions = await allQuestions(known, suggesting.tasks, suggesting.language)
  for (const [n, question] of questions.entries()) {
    const digest = digestOf(question, model.name, model.host)
    const texts = textsOf(await shelfOf(known, documentsIn(question.subject)))
    const answered = await store.modelAnswer(digest)
    if (answered) {
      yield { question, state: 'kept', checked: proposalsIn(answered, texts), failure: undefined }
      continue
    }
    const spent = purse.objection(question.system.length + question.user.length)
    if (spent !== undefined) return { says: spent, left: questions.length - n }
    // Written down before: words that were sent are gone, whatever comes back.
    const body = logged(question, digest, model)
    await store.write((writing) => writing.addLine({ kind: 'asked-model', at: acting.now(), by: acting.by, body }))
    const answer = await model.ask(question, signal)
    if ('code' in answer) {
      purse.failed()
      yield { question, state: 'failed', checked: undefined, failure: answer }
      if (lasting.has(answer.code)) return { says: answer.says, left: questions.length - n }
      continue
    }
    purse.paid(answer.tokens, question.system.length + question.user.length, answer.text.length)
    const kept: KeptModelAnswer = {
      digest,
      model: model.name,
      host: model.host,
      prompt: question.prompt,
      subject: question.subject,
      answer: answer.text.toWellFormed(),
      answerSha256: hexOf(answer.text.toWellFormed()),
      tokens: answer.tokens,
      at: acting.now(),
      by: acting.by,
    }
    await store.write((writing) => writing.keepModelAnswer(kept))
    yield { question, state: 'answered', checked: proposalsIn(kept, texts), failure: undefined }
  }
  return undefined
}

/** What leaves the machine; this stays when the answer is forgotten. */
function logged({ prompt, subject }: Question, digest: string, { name, host }: Model): Json {
  return { model: name, host, prompt: prompt.version, documents: [...documentsIn(subject)], question: digest }
}

/** Whose words a question holds. */
const documentsIn = (subject: ModelSubject): readonly string[] =>
  subject.kind === 'text' ? [subject.document] : [...new Set(subject.statements.map(({ document }) => document))]

/** All that a model can be asked about a collection, story by story. */
export async function allQuestions(
  answer: Answer,
  tasks: readonly Task[],
  language: string,
): Promise<readonly Question[]> {
  const questions: Question[] = []
  for (const { id } of answer.catalogue.stories) {
    const shelf = await answer.shelf(id)
    if (shelf) questions.push(...questionsOf(shelf, tasks, language))
  }
  return questions
}

/** The piles that documents stand in, beside each other. */
async function shelfOf(answer: Answer, documents: readonly string[]): Promise<Shelf | undefined> {
  const shelves = new Set<Shelf>()
  for (const id of documents) {
    const shelf = await answer.shelf(id)
    if (shelf) shelves.add(shelf)
  }
  return [...shelves].reduce<Shelf | undefined>((one, other) => (one ? beside(one, other) : other), undefined)
}

/** What the next question would meet too. */
const lasting: ReadonlySet<ModelFailure['code']> = new Set([
  'busy',
  'forbidden-address',
  'no-access',
  'refused',
  'unreachable',
])

/** What models have proposed of a collection so far, for a person to decide. */
export async function suggestedByModels(store: Store, answer: Answer): Promise<readonly Suggestion[]> {
  const found = new Map<string, Suggestion>()
  for await (const kept of store.modelAnswers()) {
    const shelf = await shelfOf(answer, documentsIn(kept.subject))
    if (!shelf) continue
    for (const suggestion of suggestedBy(shelf, [kept]))
      if (!found.has(suggestion.id)) found.set(suggestion.id, suggestion)
  }
  return [...found.values()]
}
