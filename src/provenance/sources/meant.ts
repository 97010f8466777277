import type { Source } from '../../model/source.ts'
import type { Cast, Member } from './cast.ts'

/** Whom the words of an attribution mean: somebody named, or a voice told apart only by what the text calls it. */
export type Meant = Someone | Unnamed

export interface Someone {
  readonly member: Member
  /** What it showed or reported, where pictures or a report speak for it: "image", "report"; `many` for "reports". */
  readonly shown?: { readonly head: string; readonly many: boolean }
}

export interface Unnamed {
  readonly head: string
  readonly name: string
  readonly kind: Source['kind']
  /** More than one: "two managers". */
  readonly many: boolean
  /** The body a paper or picture comes from. */
  readonly issuer: Member | null
  /** It reached the press without that body: the body does not stand behind it. */
  readonly leaked: boolean
  /** The same voice in every document ("police"); otherwise it stays apart per document. */
  readonly shared: boolean
}

/** A voice that a document has had before, and where. */
export interface Heard {
  readonly meant: Meant
  readonly at: number
}

export type Gender = 'man' | 'woman'

/** Where an attribution stands: in which document, at which place, after which voices, within whose words. */
export interface Scene {
  readonly cast: Cast
  readonly document: string
  readonly at: number
  readonly said: readonly Heard[]
  /** Whom this document calls a man or a woman, by title, kinship, office or pronoun. */
  readonly genders: ReadonlyMap<Member | Unnamed, Gender>
  readonly outer: Meant | null
}
