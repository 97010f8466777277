// Made from the OpenAPI document of the server by `npm run docs`; a change to the API is a change here.

export type CollectionRow = {
  /** What the collection is called in addresses */
  readonly name: string
  readonly documents: number
  readonly captures: number
  readonly alerts: number
  /** Of whoever asks */
  readonly role: 'viewer' | 'analyst' | 'editor' | 'admin'
}

export type Problem = {
  /** Which kind it is, as an address where that is explained */
  readonly type: string
  readonly title: string
  readonly status: number
  /** What it is this time, and what to do */
  readonly detail: string
  /** The part of the request that it is about */
  readonly input?: string
}

export type Me = {
  readonly mode: 'local' | 'team'
  /** Null for whoever has not signed in */
  readonly name: string | null
  /** To send as X-Headwater-Csrf with everything that changes something */
  readonly csrf: string | null
  /** Admin of every collection */
  readonly steward: boolean
  readonly hasPassword: boolean
  /** Who else says who people are */
  readonly identity: string | null
}

export type Invitation = {
  readonly kind: 'set-up' | 'invite' | 'reset'
  /** Of whom a new password is set */
  readonly name: string | null
  readonly collection: string | null
  readonly role: 'viewer' | 'analyst' | 'editor' | 'admin' | null
  readonly by: string
  readonly expiresAt: string
}

export type Session = {
  readonly id: string
  readonly agent: string
  readonly createdAt: string
  readonly seenAt: string
  readonly isThis: boolean
}

export type Token = {
  readonly id: string
  readonly label: string
  readonly collection: string
  readonly scope: 'read' | 'write' | 'decide' | 'admin'
  readonly createdAt: string
  readonly expiresAt: string
  readonly seenAt: string | null
}

export type Person = {
  readonly name: string
  readonly email: string | null
  readonly createdAt: string
  readonly removedAt: string | null
  readonly grants: readonly Grant[]
}

export type Grant = { readonly collection: string; readonly role: 'viewer' | 'analyst' | 'editor' | 'admin' }

export type Link = {
  /** Works once; shown now and never again */
  readonly address: string
  readonly expiresAt: string
}

export type OpenLink = {
  readonly id: string
  readonly kind: 'set-up' | 'invite' | 'reset'
  /** Of whom a new password is set */
  readonly name: string | null
  readonly email: string | null
  readonly collection: string | null
  readonly role: 'viewer' | 'analyst' | 'editor' | 'admin' | null
  readonly by: string
  readonly createdAt: string
  readonly expiresAt: string
}

export type LogLine = {
  readonly number: number
  readonly kind: string
  readonly at: string
  readonly by: string
  readonly body?: unknown
  readonly previous: string
  readonly digest: string
}

export type Collection = {
  readonly name: string
  /** Where it is kept; told to its admins only */
  readonly place: string | null
  readonly counts: {
    readonly documents: number
    readonly versions: number
    readonly captures: number
    readonly claims: number
    readonly sources: number
    readonly alerts: number
    readonly lines: number
  }
  /** The most independent origins behind any one claim */
  readonly independentOrigins: number
  /** Voices that are named, each counted once */
  readonly voices: number
  /** Reports whose every claim has its origin elsewhere */
  readonly addNothing: number
  readonly stories: number
  readonly summary: {
    readonly reports: number
    readonly outlets: number
    /** Reports of which no outlet is known */
    readonly unplaced: number
    readonly claims: number
    readonly all: number
    readonly most: number
    readonly origins: number
    readonly singleOrigin: number
    readonly noOrigin: number
    readonly changed: number
    readonly disputed: number
    readonly published: string | null
  }
  readonly upToDate: boolean
  readonly upTo: number
  /** Of the program */
  readonly version: string
}

export type DocumentRow = {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string
  readonly words: number
  readonly versions: number
  readonly claims: number
  readonly story: string | null
  readonly addsNothing: boolean
}

export type DocumentPage = {
  readonly document: Document
  readonly versions: readonly VersionRow[]
  readonly statements: readonly Statement[]
  readonly passages: readonly CopiedPassage[]
  readonly derivations: readonly Derivation[]
  readonly origins: readonly Blamed[]
  readonly documents: readonly DocumentHead[]
  readonly sources: readonly Source[]
}

export type Document = {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  /** ISO 8601, with the precision the page gave */
  readonly published: string | null
  readonly url: string | null
  /** ISO 639-1, or und */
  readonly language: string
  /** Hex, of the text in UTF-8 */
  readonly sha256: string
  readonly words: number
  /** The title, one blank line, the body */
  readonly text: string
}

export type VersionRow = {
  readonly version: number
  readonly capture: number
  readonly addedAt: string
  readonly sha256: string
  readonly current: boolean
}

export type Statement = {
  readonly id: string
  readonly document: string
  /** UTF-16 code units into the text of the document */
  readonly start: number
  readonly end: number
  /** text.slice(start, end) */
  readonly quote: string
  readonly claim: string | null
  /** Outermost first; empty: the text names nobody */
  readonly attribution: readonly {
    readonly source: string
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    readonly cue: string
  }[]
  readonly certainty: 'asserted' | 'hedged' | 'planned' | 'denied'
  readonly certaintyScore: number
  readonly hedges: readonly {
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    /** The rule that made it, listed in docs/rules.md */
    readonly rule: `${string}/${string}`
  }[]
  readonly figures: readonly Figure[]
  readonly times: readonly {
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    /** TIMEX3 */
    readonly value: string
    readonly type: string
  }[]
}

export type Figure = {
  /** UTF-16 code units into the text of the document */
  readonly start: number
  readonly end: number
  /** text.slice(start, end) */
  readonly quote: string
  /** null: no bound on this side */
  readonly low: number | null
  /** null: no bound on this side */
  readonly high: number | null
  readonly approximate: boolean
  /** A word for a magnitude: “dozens” is 24 to 99 */
  readonly vague: boolean
  readonly of: string | null
  readonly unit: string | null
  readonly per: string | null
}

export type CopiedPassage = {
  readonly document: string
  readonly from: string
  readonly start: number
  readonly end: number
  readonly fromStart: number
  readonly fromEnd: number
}

export type Derivation = {
  /** Document or source */
  readonly from: string
  /** Document */
  readonly to: string
  readonly manner: 'copies' | 'rewrites' | 'cites' | 'quotes' | 'translates'
  /** stated: the later text says so itself */
  readonly basis: 'stated' | 'inferred'
  readonly confidence: number
  readonly evidence: readonly {
    readonly document: string
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
  }[]
  /** The rule that made it, listed in docs/rules.md */
  readonly rule: `${string}/${string}`
  /** Decisions of people by which it is as it is */
  readonly decisions?: readonly string[]
}

export type Blamed = {
  readonly start: number
  readonly end: number
  readonly statement: string
  /** Key of the claim */
  readonly claim: string | null
  readonly trail: Trail
  readonly endsIn: readonly { readonly id: string; readonly name: string; readonly kind: 'document' | 'source' }[]
}

export type Trail = {
  readonly statement: string
  readonly hops: readonly {
    /** The document or source that is reached */
    readonly node: string
    /** stated: the later text says so itself */
    readonly basis: 'stated' | 'inferred'
    readonly confidence: number
    readonly document: string
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    /** The rule that made it, listed in docs/rules.md */
    readonly rule: `${string}/${string}`
  }[]
  readonly end: 'origin' | 'doubtful' | 'not-established' | 'circular'
} | null

export type DocumentHead = {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  /** ISO 8601, with the precision the page gave */
  readonly published: string | null
  readonly url: string | null
  /** ISO 639-1, or und */
  readonly language: string
  /** Hex, of the text in UTF-8 */
  readonly sha256: string
  readonly words: number
}

export type Source = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
  /** The source it belongs to; they count as one origin */
  readonly affiliation: string | null
  readonly grade?: { readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'; readonly reason: string }
  /** Decisions of people by which it is as it is */
  readonly decisions?: readonly string[]
}

export type VersionPage = {
  readonly document: {
    readonly id: string
    readonly title: string | null
    readonly publisher: string | null
    readonly byline: string | null
    readonly published: string | null
    readonly updated: string | null
    readonly url: string | null
    readonly text: string
    readonly language: string
    readonly sha256: string
  }
  readonly edits: readonly Edit[]
  /** Of this version and the one before, those that cannot be read: then no edits are known */
  readonly unreadable: readonly number[]
}

export type Edit = {
  readonly aspect: 'figure' | 'source' | 'hedge' | 'quotation' | 'added' | 'removed'
  readonly before: {
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
  } | null
  readonly after: {
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
  } | null
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

export type Capture = {
  readonly number: number
  readonly address: string
  readonly input: string
  readonly sha256: string
  readonly size: number
  readonly mediaType: string | null
  readonly retrieval: {
    readonly asked: string
    readonly answered: string
    readonly hops: readonly string[]
    readonly status: number
    readonly requestHeaders: readonly (readonly [string, string])[]
    readonly responseHeaders: readonly (readonly [string, string])[]
    readonly retrievedAt: string
  } | null
  readonly addedAt: string
  readonly tool: string
}

export type ClaimRow = {
  /** Id of its first statement: what it is addressed by */
  readonly key: string
  readonly id: string
  readonly gist: string
  readonly documents: number
  readonly independent: number
  readonly paths: number
  readonly notEstablished: number
  readonly doubtful: number
  readonly origins: readonly { readonly id: string; readonly name: string }[]
  readonly bottleneck: { readonly id: string; readonly name: string } | null
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6'
  readonly credibilityReason: string
  readonly positions: readonly { readonly words: string; readonly independent: number; readonly statements: number }[]
  readonly findings: Readonly<Record<string, number>>
  readonly certainty: { readonly least: number; readonly most: number }
  readonly firstSeen: string | null
  readonly story: string | null
  readonly state: string | null
  readonly tags: readonly string[]
}

export type ClaimPage = {
  readonly claim: Claim
  readonly key: string
  readonly statements: readonly Statement[]
  readonly documents: readonly DocumentHead[]
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly derivations: readonly Derivation[]
  readonly series: readonly Series[]
  readonly annotations: readonly Annotation[]
  readonly related: readonly { readonly key: string; readonly gist: string; readonly why: string }[]
}

export type Claim = {
  readonly id: string
  readonly gist: string
  /** Statements of it */
  readonly statements: readonly string[]
  /** How many documents state it */
  readonly documents: number
  /** Sources, or documents of outlets that report on their own authority */
  readonly origins: readonly string[]
  /** Origins independent of each other, as far as this collection shows */
  readonly independent: number
  /** Who says what, where the answers differ */
  readonly positions: readonly {
    readonly figures: readonly Figure[] | null
    readonly polarity: 'affirmed' | 'denied'
    /** Statements that answer so */
    readonly statements: readonly string[]
    /** Where their trails end */
    readonly origins: readonly string[]
    readonly independent: number
  }[]
  /** The one origin, where independent is 1 */
  readonly bottleneck: string | null
  /** Trails that share nothing on the way */
  readonly paths: number
  /** What all trails squeeze through */
  readonly cut: readonly string[] | null
  /** Trails that end in nobody named */
  readonly notEstablished: number
  /** Origins that may be answering another question; not counted */
  readonly doubtful?: readonly string[]
  /** STANAG 2511, computed */
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6'
  readonly credibilityReason: string
  /** STANAG 2511 letters by source, only as people graded them */
  readonly reliability: Readonly<Record<string, string>>
  readonly trails: readonly Trail[]
  /** Decisions of people by which it is as it is */
  readonly decisions?: readonly string[]
}

export type Finding = {
  readonly kind:
    | 'single-origin'
    | 'single-relay'
    | 'circular'
    | 'drift'
    | 'conflict'
    | 'correction'
    | 'unattributed'
    | 'vague-attribution'
    | 'uncredited-copy'
  readonly aspect: 'figure' | 'hedge' | 'role' | 'attribution' | 'polarity' | 'scope' | 'time' | 'place' | null
  readonly claim: string | null
  readonly from: string | null
  readonly to: string | null
  readonly statements: readonly string[]
  /** One plain English sentence */
  readonly says: string
  /** The rule that made it, listed in docs/rules.md */
  readonly rule: `${string}/${string}`
}

export type Series = {
  readonly claim: string
  readonly claims: readonly string[]
  readonly of: string | null
  readonly unit: string | null
  readonly per: string | null
  readonly points: readonly {
    readonly statement: string
    readonly origin: string | null
    /** TIMEX3 date */
    readonly when: string | null
    /** null: no bound on this side */
    readonly low: number | null
    /** null: no bound on this side */
    readonly high: number | null
    readonly planned: boolean
    readonly standing: 'former' | 'actual' | 'planned'
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
  }[]
}

export type Annotation = {
  readonly on: { readonly kind: 'document' | 'source' | 'statement' | 'claim'; readonly id: string }
  readonly kind: 'note' | 'tag' | 'state'
  readonly text: string
  readonly by: string
  readonly at: string
  readonly decision: string
}

export type StatementRow = {
  readonly id: string
  readonly document: string
  /** UTF-16 code units into the text of the document */
  readonly start: number
  readonly end: number
  /** text.slice(start, end) */
  readonly quote: string
  readonly claim: string | null
  /** Outermost first; empty: the text names nobody */
  readonly attribution: readonly {
    readonly source: string
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    readonly cue: string
  }[]
  readonly certainty: 'asserted' | 'hedged' | 'planned' | 'denied'
  readonly certaintyScore: number
  readonly hedges: readonly {
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    /** The rule that made it, listed in docs/rules.md */
    readonly rule: `${string}/${string}`
  }[]
  readonly figures: readonly Figure[]
  readonly times: readonly {
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    /** TIMEX3 */
    readonly value: string
    readonly type: string
  }[]
  readonly outlet: string
  readonly title: string | null
  readonly published: string | null
}

export type ViewRow = {
  readonly id: string
  readonly name: string
  readonly asks: ViewQuestion
  readonly by: string
  readonly at: string
  readonly gone: readonly ('q' | 'finding' | 'origins' | 'story' | 'origin' | 'source' | 'sort' | 'group')[]
}

export type ViewQuestion = {
  readonly q?: string
  readonly finding?: string
  readonly origins?: string
  readonly story?: string
  readonly origin?: string
  readonly source?: string
  readonly sort?: string
  readonly group?: string
}

export type SourceRow = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
  readonly affiliation: string | null
  readonly originOf: number
  readonly relayedBy: number
  readonly grade: string | null
  readonly claims: number
}

export type SourcePage = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
  readonly affiliation: string | null
  readonly originOf: number
  readonly relayedBy: number
  readonly grade: string | null
  readonly affiliationName: string | null
  readonly claims: readonly ClaimRow[]
  readonly said: number
  readonly statements: readonly StatementRow[]
}

export type StoryRow = {
  readonly id: string
  readonly title: string
  readonly documents: number
  readonly claims: number
  readonly from: string | null
  readonly to: string | null
}

export type StoryPage = {
  readonly id: string
  readonly title: string
  readonly figures: { readonly reports: number; readonly independentOrigins: number; readonly addNothing: number }
  readonly river: {
    readonly nodes: readonly {
      readonly id: string
      readonly kind: 'origin' | 'document' | 'group'
      readonly name: string
      readonly published: string | null
      readonly column: number
      readonly members?: readonly string[]
      readonly isUnnamed?: boolean
    }[]
    readonly links: readonly {
      readonly from: string
      readonly to: string
      readonly shared: number
      /** stated: the later text says so itself */
      readonly basis: 'stated' | 'inferred'
      readonly confidence: number
      readonly manner: 'copies' | 'rewrites' | 'cites' | 'quotes' | 'translates' | null
    }[]
    readonly bottlenecks: readonly string[]
  }
  readonly timeline: readonly {
    readonly when: string
    readonly kind: 'published' | 'told'
    readonly document: string
    readonly statement?: string
    readonly words: string
  }[]
  readonly places: readonly {
    readonly name: string
    readonly extent: 'spot' | 'country' | 'area'
    readonly latitude: number
    readonly longitude: number
    readonly mentions: number
    readonly documents: number
  }[]
}

export type Found = { readonly hits: readonly Hit[]; readonly total: number }

export type Hit = {
  readonly kind: 'statement' | 'document' | 'source'
  readonly id: string
  readonly document: string | null
  readonly start: number
  readonly outlet: string | null
  readonly published: string | null
  readonly certainty: 'asserted' | 'hedged' | 'planned' | 'denied' | null
  readonly sources: readonly string[]
  readonly findings: readonly string[]
  readonly quote: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  /** What its report is called: the outlet, else the host of the address, else the title */
  readonly report: string | null
}

export type AlertRow = {
  readonly number: number
  readonly at: string
  readonly kind: 'second-origin' | 'bottleneck-gone' | 'figure-changed' | 'conflict' | 'correction' | 'edited'
  readonly about: string
  readonly says: string
  readonly evidence: readonly {
    readonly document: string
    readonly sha256: string
    /** UTF-16 code units into the text of the document */
    readonly start: number
    readonly end: number
    /** text.slice(start, end) */
    readonly quote: string
    readonly outlet: string
    readonly title: string | null
  }[]
}

export type Follow = {
  readonly address: string
  readonly every: string
  readonly addedAt: string
  readonly nextAt: string
  readonly lastAt: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly failures: number
  readonly says: string | null
}

export type Suggestion = {
  readonly id: string
  readonly kind: 'same-claim' | 'same-source' | 'made-from' | 'statement' | 'attribution' | 'translation'
  readonly a: {
    readonly id: string
    readonly kind: 'statement' | 'source' | 'document' | 'words'
    readonly words: string
    readonly outlet?: string
    readonly published?: string | null
  }
  readonly b: {
    readonly id: string
    readonly kind: 'statement' | 'source' | 'document' | 'words'
    readonly words: string
    readonly outlet?: string
    readonly published?: string | null
  }
  readonly why: string
  readonly score: number
  /** The model that proposed it; absent where Headwater did itself */
  readonly by?: { readonly model: string; readonly host: string; readonly prompt: string; readonly at: string }
  readonly accept:
    | {
        readonly kind: 'same-source' | 'not-same-source'
        readonly a: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly b: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
      }
    | {
        readonly kind: 'alias'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly name: string
      }
    | {
        readonly kind: 'affiliation'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly of: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        } | null
      }
    | {
        readonly kind: 'grade'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
        readonly reason: string
      }
    | {
        readonly kind: 'same-claim' | 'not-same-claim'
        readonly a: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
        readonly b: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
      }
    | {
        readonly kind: 'made-from' | 'not-made-from'
        readonly document: string
        readonly from:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
      }
    | {
        readonly kind: 'note' | 'tag'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly text: string
      }
    | {
        readonly kind: 'state'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly state: 'open' | 'in-progress' | 'waiting' | 'unverifiable' | 'settled'
      }
    | { readonly kind: 'decline'; readonly suggestion: string }
  readonly reject:
    | {
        readonly kind: 'same-source' | 'not-same-source'
        readonly a: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly b: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
      }
    | {
        readonly kind: 'alias'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly name: string
      }
    | {
        readonly kind: 'affiliation'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly of: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        } | null
      }
    | {
        readonly kind: 'grade'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
        readonly reason: string
      }
    | {
        readonly kind: 'same-claim' | 'not-same-claim'
        readonly a: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
        readonly b: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
      }
    | {
        readonly kind: 'made-from' | 'not-made-from'
        readonly document: string
        readonly from:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
      }
    | {
        readonly kind: 'note' | 'tag'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly text: string
      }
    | {
        readonly kind: 'state'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly state: 'open' | 'in-progress' | 'waiting' | 'unverifiable' | 'settled'
      }
    | { readonly kind: 'decline'; readonly suggestion: string }
}

export type DecisionRow = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly reason?: string
  readonly decision:
    | {
        readonly kind: 'same-source' | 'not-same-source'
        readonly a: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly b: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
      }
    | {
        readonly kind: 'alias'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly name: string
      }
    | {
        readonly kind: 'affiliation'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly of: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        } | null
      }
    | {
        readonly kind: 'grade'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
        readonly reason: string
      }
    | {
        readonly kind: 'same-claim' | 'not-same-claim'
        readonly a: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
        readonly b: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
      }
    | {
        readonly kind: 'made-from' | 'not-made-from'
        readonly document: string
        readonly from:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
      }
    | {
        readonly kind: 'note' | 'tag'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly text: string
      }
    | {
        readonly kind: 'state'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly state: 'open' | 'in-progress' | 'waiting' | 'unverifiable' | 'settled'
      }
    | { readonly kind: 'decline'; readonly suggestion: string }
    | null
  readonly undoes?: string
  readonly words: string
  readonly undone: boolean
  readonly unapplied: string | null
}

export type Decided = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly reason?: string
  readonly decision:
    | {
        readonly kind: 'same-source' | 'not-same-source'
        readonly a: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly b: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
      }
    | {
        readonly kind: 'alias'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly name: string
      }
    | {
        readonly kind: 'affiliation'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly of: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        } | null
      }
    | {
        readonly kind: 'grade'
        readonly source: {
          readonly name: string
          readonly kind?: 'person' | 'institution' | 'outlet' | 'anonymous' | 'vague' | 'document' | 'imagery' | 'data'
          readonly document?: string
        }
        readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
        readonly reason: string
      }
    | {
        readonly kind: 'same-claim' | 'not-same-claim'
        readonly a: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
        readonly b: {
          readonly document: string
          readonly quote: string
          readonly start?: number
          readonly end?: number
        }
      }
    | {
        readonly kind: 'made-from' | 'not-made-from'
        readonly document: string
        readonly from:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
      }
    | {
        readonly kind: 'note' | 'tag'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly text: string
      }
    | {
        readonly kind: 'state'
        readonly on:
          | { readonly kind: 'document'; readonly document: string }
          | {
              readonly kind: 'source'
              readonly source: {
                readonly name: string
                readonly kind?:
                  | 'person'
                  | 'institution'
                  | 'outlet'
                  | 'anonymous'
                  | 'vague'
                  | 'document'
                  | 'imagery'
                  | 'data'
                readonly document?: string
              }
            }
          | {
              readonly kind: 'statement' | 'claim'
              readonly statement: {
                readonly document: string
                readonly quote: string
                readonly start?: number
                readonly end?: number
              }
            }
        readonly state: 'open' | 'in-progress' | 'waiting' | 'unverifiable' | 'settled'
      }
    | { readonly kind: 'decline'; readonly suggestion: string }
    | null
  readonly undoes?: string
}

export type Imported = {
  readonly input: string
  /** What the file is; null where it is none that notes are read from */
  readonly format: string | null
  readonly kept: number
  /** Were there already, word for word */
  readonly known: number
  /** Made by Headwater itself: found anew, not noted */
  readonly own: number
  readonly refused: readonly Refusal[]
}

export type Refusal = {
  readonly input: string
  readonly code:
    | 'empty'
    | 'too-large'
    | 'binary'
    | 'unreadable'
    | 'not-found'
    | 'malformed'
    | 'no-text'
    | 'unsupported'
    | 'too-deep'
    | 'forbidden-address'
    | 'robots'
    | 'http-error'
    | 'timed-out'
    | 'unreachable'
    | 'redirects'
    | 'set-aside'
  readonly says: string
}

export type NotesFile = { readonly name: string; readonly text: string }

export type Inputs = {
  readonly addresses?: readonly string[]
  readonly text?: {
    readonly title?: string
    readonly text: string
    readonly publisher?: string
    readonly published?: string
    readonly url?: string
  }
  /** A page as a browser showed it: it is kept as an upload, not as fetched */
  readonly page?: { readonly url: string; readonly html: string }
}

export type Job = {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly says: string
  readonly items: readonly {
    readonly input: string
    readonly state: 'waiting' | 'kept' | 'known' | 'refused'
    readonly says: string | null
    readonly documents: readonly string[]
  }[]
}

export type Verified = {
  readonly captures: number
  readonly versions: number
  readonly lines: number
  readonly quotations: number
  readonly flaws: readonly string[]
  readonly head: { readonly number: number; readonly digest: string } | null
  readonly stamps: {
    readonly count: number
    readonly covered: { readonly line: number; readonly genTime: string; readonly signer: string } | null
    readonly authority: 'checked' | 'not checked'
    readonly good: readonly { readonly line: number; readonly genTime: string; readonly signer: string }[]
  }
  readonly unproven: readonly string[]
}

export type Member = {
  readonly name: string
  readonly role: 'viewer' | 'analyst' | 'editor' | 'admin'
  /** By a role in all collections, which is not changed here */
  readonly isEverywhere: boolean
}

/** What `GET` takes and answers, by the address under `/api/v1`. */
export interface Get {
  /** The collections that you may see */
  '/collections': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: readonly CollectionRow[]
  }

  /** Who you are here, and how people sign in */
  '/me': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: Me
  }

  /** The browsers that you are signed in with */
  '/me/sessions': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: readonly Session[]
  }

  /** Your tokens for programs */
  '/me/tokens': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: readonly Token[]
  }

  /** Everybody, with their roles in every collection */
  '/people': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: readonly Person[]
  }

  /** Links that were given out and that nobody has used yet, the oldest first */
  '/people/invitations': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: readonly OpenLink[]
  }

  /** Everything that was done about accounts, line by line */
  '/people-log': {
    readonly params: {
      /** Number of a line, or the `next` of the page before; 0 for the beginning */
      readonly after?: number
      /** Which come first */
      readonly order?: 'oldest' | 'newest'
      readonly limit?: number
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly LogLine[]; readonly total: number; readonly next: string | null }
  }

  /** This description, with all shapes */
  '/openapi.json': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: Readonly<Record<string, unknown>>
  }

  /** This description as a page to read */
  '/docs': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: Response
  }

  /** How that page looks */
  '/docs.css': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: Response
  }

  /** What is in the collection, in one sentence of figures */
  '/collections/{collection}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: Collection
  }

  /** Reports, the newest first */
  '/collections/{collection}/documents': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly story?: string
      readonly q?: string
      readonly sort?: 'published' | 'title' | 'publisher'
      /** only those whose every claim came out of another report */
      readonly adds?: 'nothing'
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly DocumentRow[]; readonly total: number; readonly next: string | null }
  }

  /** One report with its text, its statements and the origin of each */
  '/collections/{collection}/documents/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: undefined
    readonly answer: DocumentPage
  }

  /** One version of a report, and what was edited in it */
  '/collections/{collection}/documents/{id}/versions/{n}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
      readonly n: number
    }
    readonly body: undefined
    readonly answer: VersionPage
  }

  /** How something came into the collection */
  '/collections/{collection}/captures/{number}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly number: number
    }
    readonly body: undefined
    readonly answer: Capture
  }

  /** The bytes as they were captured */
  '/collections/{collection}/captures/{number}/raw': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly number: number
      readonly show?: string
    }
    readonly body: undefined
    readonly answer: Response
  }

  /** Claims, what is most worth a look first */
  '/collections/{collection}/claims': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly story?: string
      /** Id of a document or source that it goes back to */
      readonly origin?: string
      readonly finding?:
        | 'single-origin'
        | 'single-relay'
        | 'circular'
        | 'drift'
        | 'conflict'
        | 'correction'
        | 'unattributed'
        | 'vague-attribution'
        | 'uncredited-copy'
      /** Id or name of a source that is said to have said it */
      readonly source?: string
      readonly q?: string
      /** Independent origins */
      readonly min?: number
      /** Independent origins */
      readonly max?: number
      readonly sort?: 'noteworthy' | 'documents' | 'origins' | 'firstSeen'
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly ClaimRow[]; readonly total: number; readonly next: string | null }
  }

  /** Everything one claim stands on */
  '/collections/{collection}/claims/{key}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly key: string
    }
    readonly body: undefined
    readonly answer: ClaimPage
  }

  /** The statements of one claim, or of one answer to it */
  '/collections/{collection}/claims/{key}/statements': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly key: string
      /** Place of the answer, 0 the first */
      readonly position?: number
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly StatementRow[]; readonly total: number; readonly next: string | null }
  }

  /** Ways of looking at the claims that were saved under a name, by name */
  '/collections/{collection}/views': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: readonly ViewRow[]
  }

  /** Voices, those that most claims go back to first */
  '/collections/{collection}/sources': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly q?: string
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly SourceRow[]; readonly total: number; readonly next: string | null }
  }

  /** One voice with what it is said to have said */
  '/collections/{collection}/sources/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: undefined
    readonly answer: SourcePage
  }

  /** What one voice is said to have said, in the order of the reports */
  '/collections/{collection}/sources/{id}/statements': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly StatementRow[]; readonly total: number; readonly next: string | null }
  }

  /** Events that reports are about, those of most reports first */
  '/collections/{collection}/stories': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly StoryRow[]; readonly total: number; readonly next: string | null }
  }

  /** One event: its river, its days, its places */
  '/collections/{collection}/stories/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: undefined
    readonly answer: StoryPage
  }

  /** Statements, reports and sources by their words */
  '/collections/{collection}/search': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly q?: string
      readonly kinds?: 'statement' | 'document' | 'source' | readonly ('statement' | 'document' | 'source')[]
      readonly source?: string
      readonly outlet?: string
      readonly from?: string
      readonly to?: string
      readonly atLeast?: number
      readonly atMost?: number
      readonly finding?:
        | 'single-origin'
        | 'single-relay'
        | 'circular'
        | 'drift'
        | 'conflict'
        | 'correction'
        | 'unattributed'
        | 'vague-attribution'
        | 'uncredited-copy'
      readonly certainty?: 'asserted' | 'hedged' | 'planned' | 'denied'
      readonly limit?: number
      readonly skip?: number
    }
    readonly body: undefined
    readonly answer: Found
  }

  /** What reports that came in have changed */
  '/collections/{collection}/alerts': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      /** Number of an alert, or the `next` of the page before; 0 for the beginning */
      readonly after?: number
      /** Which come first */
      readonly order?: 'oldest' | 'newest'
      readonly limit?: number
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly AlertRow[]; readonly total: number; readonly next: string | null }
  }

  /** The same as a feed */
  '/collections/{collection}/alerts.atom': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly after?: number
    }
    readonly body: undefined
    readonly answer: Response
  }

  /** Feeds and pages that are looked at again and again */
  '/collections/{collection}/follows': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: readonly Follow[]
  }

  /** What the machine is unsure of, best first, and behind it what models suggested; without what was decided */
  '/collections/{collection}/suggestions': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly Suggestion[]; readonly total: number; readonly next: string | null }
  }

  /** What was decided, the latest first, what was taken back included */
  '/collections/{collection}/decisions': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      /** Only what made the claim with this key what it is */
      readonly claim?: string
      /** Only what is about the source with this id */
      readonly source?: string
      /** Only what is about the report with this id */
      readonly document?: string
      /** How many, at most 500 */
      readonly limit?: number
      /** The `next` of the page before */
      readonly after?: string
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly DecisionRow[]; readonly total: number; readonly next: string | null }
  }

  /** How far something handed in has come */
  '/collections/{collection}/jobs/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: undefined
    readonly answer: Job
  }

  /** What happens, as it happens */
  '/collections/{collection}/events': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: Response
  }

  /** Everything that was captured and decided, line by line */
  '/collections/{collection}/log': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      /** Number of a line */
      readonly after?: number
      readonly limit?: number
    }
    readonly body: undefined
    readonly answer: { readonly items: readonly LogLine[]; readonly total: number; readonly next: string | null }
  }

  /** Check that everything is as it was captured and decided, and say what no check can show */
  '/collections/{collection}/verify': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: Verified
  }

  /** The collection as one file */
  '/collections/{collection}/export/{format}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly format: string
      /** One of the endings of the format, where it has several */
      readonly ending?: string
      /** How far a STIX bundle may be handed on */
      readonly tlp?: 'white' | 'green' | 'amber' | 'red'
    }
    readonly body: undefined
    readonly answer: Response
  }

  /** Who may see this collection, and as what */
  '/collections/{collection}/people': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: readonly Member[]
  }

  /** Links to this collection that were given out and that nobody has used yet, the oldest first */
  '/collections/{collection}/people/invitations': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: undefined
    readonly answer: readonly OpenLink[]
  }
}

/** What `POST` takes and answers, by the address under `/api/v1`. */
export interface Post {
  /** Sign in with name and password */
  '/sign-in': {
    readonly params: Readonly<Record<never, never>>
    readonly body: { readonly name: string; readonly password: string }
    readonly answer: { readonly name: string }
  }

  /** End this session */
  '/sign-out': {
    readonly params: Readonly<Record<never, never>>
    readonly body: undefined
    readonly answer: undefined
  }

  /** What a link is for */
  '/join/look': {
    readonly params: Readonly<Record<never, never>>
    readonly body: { readonly invitation: string }
    readonly answer: Invitation
  }

  /** Accept a link: choose a name and a password, or a new password */
  '/join': {
    readonly params: Readonly<Record<never, never>>
    readonly body: { readonly invitation: string; readonly name?: string; readonly password: string }
    readonly answer: { readonly name: string }
  }

  /** Change your password; every other session of yours ends, and your tokens unless you keep them */
  '/me/password': {
    readonly params: Readonly<Record<never, never>>
    readonly body: { readonly before: string; readonly after: string; readonly keepTokens?: boolean }
    readonly answer: undefined
  }

  /** Make a token for a program */
  '/me/tokens': {
    readonly params: Readonly<Record<never, never>>
    readonly body: {
      readonly label: string
      readonly collection?: string
      readonly scope?: 'read' | 'write' | 'decide' | 'admin'
      readonly days?: number
      /** Yours, once more; who has none must have signed in within the last ten minutes */
      readonly password?: string
    }
    readonly answer: { readonly token: Token; readonly shown: string }
  }

  /** Invite somebody, to one collection or to all */
  '/people/invitations': {
    readonly params: Readonly<Record<never, never>>
    readonly body: {
      readonly collection: string
      readonly role: 'viewer' | 'analyst' | 'editor' | 'admin'
      readonly email?: string
    }
    readonly answer: Link
  }

  /** Give somebody a role in a collection, or in all; null takes it away */
  '/people/{name}/roles': {
    readonly params: { readonly name: string }
    readonly body: { readonly collection: string; readonly role: 'viewer' | 'analyst' | 'editor' | 'admin' | null }
    readonly answer: undefined
  }

  /** A link with which somebody sets a new password */
  '/people/{name}/reset': {
    readonly params: { readonly name: string }
    readonly body: undefined
    readonly answer: Link
  }

  /** Save a way of looking at the claims, for everybody at the collection */
  '/collections/{collection}/views': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: { readonly name: string; readonly asks: ViewQuestion }
    readonly answer: ViewRow
  }

  /** Follow an address from now on */
  '/collections/{collection}/follows': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: { readonly address: string; readonly every?: string }
    readonly answer: Follow
  }

  /** Decide something, or with `preview` see what it would change */
  '/collections/{collection}/decisions': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly preview?: string
    }
    readonly body: {
      readonly decision:
        | {
            readonly kind: 'same-source' | 'not-same-source'
            readonly a: {
              readonly name: string
              readonly kind?:
                | 'person'
                | 'institution'
                | 'outlet'
                | 'anonymous'
                | 'vague'
                | 'document'
                | 'imagery'
                | 'data'
              readonly document?: string
            }
            readonly b: {
              readonly name: string
              readonly kind?:
                | 'person'
                | 'institution'
                | 'outlet'
                | 'anonymous'
                | 'vague'
                | 'document'
                | 'imagery'
                | 'data'
              readonly document?: string
            }
          }
        | {
            readonly kind: 'alias'
            readonly source: {
              readonly name: string
              readonly kind?:
                | 'person'
                | 'institution'
                | 'outlet'
                | 'anonymous'
                | 'vague'
                | 'document'
                | 'imagery'
                | 'data'
              readonly document?: string
            }
            readonly name: string
          }
        | {
            readonly kind: 'affiliation'
            readonly source: {
              readonly name: string
              readonly kind?:
                | 'person'
                | 'institution'
                | 'outlet'
                | 'anonymous'
                | 'vague'
                | 'document'
                | 'imagery'
                | 'data'
              readonly document?: string
            }
            readonly of: {
              readonly name: string
              readonly kind?:
                | 'person'
                | 'institution'
                | 'outlet'
                | 'anonymous'
                | 'vague'
                | 'document'
                | 'imagery'
                | 'data'
              readonly document?: string
            } | null
          }
        | {
            readonly kind: 'grade'
            readonly source: {
              readonly name: string
              readonly kind?:
                | 'person'
                | 'institution'
                | 'outlet'
                | 'anonymous'
                | 'vague'
                | 'document'
                | 'imagery'
                | 'data'
              readonly document?: string
            }
            readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
            readonly reason: string
          }
        | {
            readonly kind: 'same-claim' | 'not-same-claim'
            readonly a: {
              readonly document: string
              readonly quote: string
              readonly start?: number
              readonly end?: number
            }
            readonly b: {
              readonly document: string
              readonly quote: string
              readonly start?: number
              readonly end?: number
            }
          }
        | {
            readonly kind: 'made-from' | 'not-made-from'
            readonly document: string
            readonly from:
              | { readonly kind: 'document'; readonly document: string }
              | {
                  readonly kind: 'source'
                  readonly source: {
                    readonly name: string
                    readonly kind?:
                      | 'person'
                      | 'institution'
                      | 'outlet'
                      | 'anonymous'
                      | 'vague'
                      | 'document'
                      | 'imagery'
                      | 'data'
                    readonly document?: string
                  }
                }
          }
        | {
            readonly kind: 'note' | 'tag'
            readonly on:
              | { readonly kind: 'document'; readonly document: string }
              | {
                  readonly kind: 'source'
                  readonly source: {
                    readonly name: string
                    readonly kind?:
                      | 'person'
                      | 'institution'
                      | 'outlet'
                      | 'anonymous'
                      | 'vague'
                      | 'document'
                      | 'imagery'
                      | 'data'
                    readonly document?: string
                  }
                }
              | {
                  readonly kind: 'statement' | 'claim'
                  readonly statement: {
                    readonly document: string
                    readonly quote: string
                    readonly start?: number
                    readonly end?: number
                  }
                }
            readonly text: string
          }
        | {
            readonly kind: 'state'
            readonly on:
              | { readonly kind: 'document'; readonly document: string }
              | {
                  readonly kind: 'source'
                  readonly source: {
                    readonly name: string
                    readonly kind?:
                      | 'person'
                      | 'institution'
                      | 'outlet'
                      | 'anonymous'
                      | 'vague'
                      | 'document'
                      | 'imagery'
                      | 'data'
                    readonly document?: string
                  }
                }
              | {
                  readonly kind: 'statement' | 'claim'
                  readonly statement: {
                    readonly document: string
                    readonly quote: string
                    readonly start?: number
                    readonly end?: number
                  }
                }
            readonly state: 'open' | 'in-progress' | 'waiting' | 'unverifiable' | 'settled'
          }
        | { readonly kind: 'decline'; readonly suggestion: string }
      readonly reason?: string
    }
    readonly answer:
      | {
          readonly changes: readonly {
            readonly key: string
            readonly gist: string
            readonly before: number | null
            readonly after: number | null
          }[]
        }
      | Decided
  }

  /** Take a decision back, or with `preview` see what that would change */
  '/collections/{collection}/decisions/{id}/undo': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
      readonly preview?: string
    }
    readonly body: undefined
    readonly answer:
      | {
          readonly changes: readonly {
            readonly key: string
            readonly gist: string
            readonly before: number | null
            readonly after: number | null
          }[]
        }
      | Decided
  }

  /** Take what people wrote in other programs (STIX, Web Annotation, ClaimReview, FollowTheMoney) as notes on what is here */
  '/collections/{collection}/imports': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: NotesFile | FormData
    readonly answer: { readonly imports: readonly Imported[] }
  }

  /** Hand in files, addresses, a text or a page; the work goes on in the background */
  '/collections/{collection}/inputs': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: Inputs | FormData
    readonly answer: { readonly job: string }
  }

  /** Invite somebody to this collection */
  '/collections/{collection}/people/invitations': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
    }
    readonly body: { readonly role: 'viewer' | 'analyst' | 'editor' | 'admin'; readonly email?: string }
    readonly answer: Link
  }

  /** Give somebody a role in this collection; null takes it away */
  '/collections/{collection}/people/{name}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly name: string
    }
    readonly body: { readonly role: 'viewer' | 'analyst' | 'editor' | 'admin' | null }
    readonly answer: undefined
  }
}

/** What `PATCH` takes and answers, by the address under `/api/v1`. */
export interface Patch {
  /** Give a view another name, or have it ask for something else: your own, or as admin anybody’s */
  '/collections/{collection}/views/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: { readonly name?: string; readonly asks?: ViewQuestion }
    readonly answer: ViewRow
  }
}

/** What `DELETE` takes and answers, by the address under `/api/v1`. */
export interface Delete {
  /** Sign out there */
  '/me/sessions/{id}': {
    readonly params: { readonly id: string }
    readonly body: undefined
    readonly answer: undefined
  }

  /** End a token */
  '/me/tokens/{id}': {
    readonly params: { readonly id: string }
    readonly body: undefined
    readonly answer: undefined
  }

  /** Withdraw a link that nobody has used yet */
  '/people/invitations/{id}': {
    readonly params: { readonly id: string }
    readonly body: undefined
    readonly answer: undefined
  }

  /** Remove somebody; what they did stays in the logs under their name */
  '/people/{name}': {
    readonly params: { readonly name: string }
    readonly body: undefined
    readonly answer: undefined
  }

  /** Forget a view: your own, or as admin anybody’s */
  '/collections/{collection}/views/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: undefined
    readonly answer: undefined
  }

  /** Follow an address no longer; what was kept of it stays */
  '/collections/{collection}/follows': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly address: string
    }
    readonly body: undefined
    readonly answer: undefined
  }

  /** Withdraw a link to this collection that nobody has used yet */
  '/collections/{collection}/people/invitations/{id}': {
    readonly params: {
      /** What GET /api/v1/collections calls it */
      readonly collection: string
      readonly id: string
    }
    readonly body: undefined
    readonly answer: undefined
  }
}
