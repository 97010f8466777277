/**
 * Words that hand an assertion to a voice, by what may follow or precede them. The classes follow the reporting verbs of
 * PARC 3 and PolNeAR; `takes` says which complements a verb has:
 *
 * - `c` a clause: "said (that) the bridge fell"; `q` words in quotation marks; `p` stands after its content: "…, he said"
 * - `n` a noun phrase: "denied the charges"; `i` an infinitive: "vowed to rebuild"; `s` "as": "described it as odd"
 * - `o` one of its own prepositions and a noun phrase: "called for a recount" (see `cuePrepositions`)
 * - `a` an addressee before the content: "told reporters (that) …"
 */
export interface CueVerbs {
  readonly rule: RuleId
  readonly takes: string
  readonly lemmas: readonly string[]
}

import type { RuleId } from '../../model/rule.ts'

export const cueVerbs: readonly CueVerbs[] = [
  {
    rule: 'attributions/say',
    takes: 'cqpo',
    lemmas: words(
      'say add state insist argue note observe remark contend reply respond assert reckon speculate disagree retort counter',
    ),
  },
  {
    rule: 'attributions/say-what',
    takes: 'cqpno',
    lemmas: words(
      'announce confirm report claim declare acknowledge admit concede stress emphasize emphasise underline underscore reiterate explain recall allege estimate predict forecast reveal disclose write tweet maintain conclude suggest hint testify certify forewarn propose clarify recount proclaim profess echo repeat voice demand',
    ),
  },
  {
    rule: 'attributions/tell',
    takes: 'cqpao',
    lemmas: words('tell inform remind assure notify warn caution advise reassure'),
  },
  { rule: 'attributions/ask', takes: 'cqpiao', lemmas: words('ask beg implore') },
  { rule: 'attributions/find', takes: 'c', lemmas: words('find determine calculate learn discover') },
  { rule: 'attributions/deny', takes: 'cqpn', lemmas: words('deny dispute') },
  {
    rule: 'attributions/reject',
    takes: 'n',
    lemmas: words('reject dismiss refute rebut contradict disavow withdraw retract'),
  },
  {
    rule: 'attributions/show',
    takes: 'cn',
    lemmas: words('show indicate demonstrate imply prove detail'),
  },
  { rule: 'attributions/mention', takes: 'cn', lemmas: words('mention highlight') },
  {
    rule: 'attributions/complain',
    takes: 'cqpo',
    lemmas: words('complain joke boast brag lament swear wonder comment worry point'),
  },
  {
    rule: 'attributions/speak',
    takes: 'qpo',
    lemmas: words(
      'continue joke quip shout yell comment complain post wonder answer chant muse boast lament talk speak point refer rail focus push touch interject snap add warn',
    ),
  },
  {
    rule: 'attributions/believe',
    takes: 'cp',
    lemmas: words('believe suspect fear think doubt reckon'),
  },
  { rule: 'attributions/promise', takes: 'cqpi', lemmas: words('promise pledge vow threaten') },
  {
    rule: 'attributions/attitude',
    takes: 'i',
    lemmas: words('seek refuse decline hope aim agree intend plan vow'),
  },
  { rule: 'attributions/urge', takes: 'cnio', lemmas: words('urge demand request recommend') },
  {
    rule: 'attributions/judge',
    takes: 'no',
    lemmas: words(
      'criticize criticise praise condemn denounce blame accuse endorse defend welcome blast slam mock question decry applaud hail call cite describe portray discuss tout bemoan lament thank compare rebuke liken contrast characterize characterise deem invoke express back assail chide dub outline address offer credit caution order',
    ),
  },
]

/** The prepositions by which a verb hands on what was said: "called for", "spoke of", "pointed to". */
export const cuePrepositions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    agree: 'with on',
    argue: 'for against',
    ask: 'about for',
    boast: 'of about',
    call: 'for on',
    comment: 'on',
    complain: 'about of',
    demand: 'for',
    focus: 'on',
    point: 'to',
    push: 'for',
    rail: 'against',
    refer: 'to',
    respond: 'to',
    speak: 'of about',
    talk: 'about of',
    touch: 'on',
    warn: 'of about against',
    worry: 'about',
  }).map(([lemma, list]) => [lemma, new Set(words(list))]),
)

/** Verbs with a second half: "point out", "hit back". */
export const cueParticles: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    point: 'out',
    lay: 'out',
    spell: 'out',
    call: 'out',
    hit: 'back',
    fire: 'back',
    shoot: 'back',
    blurt: 'out',
  }).map(([lemma, list]) => [lemma, new Set(words(list))]),
)

/** Forms of reporting verbs that a tagger may take for nouns. */
export const verbForms: ReadonlySet<string> = new Set(
  words(
    'reports report shows show estimates estimate claims claim puts put lists list states says expects forecasts forecast blames counts quotes denies promises plans warns reveals finds suggests writes tells adds notes speaks demands hopes fears doubts promises records predicts announces confirms argues thinks believes wants rejects disputes dismisses requests',
  ),
)

/** Verbs that give a number: "put the damage at 48 million", "counted 27", "raised the toll to 31". */
export const countingVerbs: ReadonlySet<string> = new Set(
  words(
    'put count list give register record quote speak talk value tally measure number report confirm log document revise reckon estimate state',
  ),
)

/** Verbs that change a number given before, with what they change. */
export const revisingVerbs: ReadonlySet<string> = new Set(
  words('raise lower cut revise increase reduce lift update correct slash trim'),
)
export const revised: ReadonlySet<string> = new Set(
  words('number toll figure count estimate outlook forecast tally total projection prediction'),
)

/** Verbs a text takes back with, all of which deny: "rejected the figure". */
export const denialVerbs: ReadonlySet<string> = new Set(
  words('deny reject dismiss refute rebut dispute contradict disavow withdraw retract'),
)

/** Verbs whose subject the text hides when passive: "is believed to", "it is understood that". */
export const hiddenVerbs: ReadonlySet<string> = new Set(
  words(
    'understand believe think say report allege claim fear expect estimate rumour rumor suspect know assume reveal announce confirm suggest argue hope presume speculate consider feel',
  ),
)

/** What people say without anybody who says it: "word on the quay is that", "rumour has it", "there is talk that". */
export const hearsay: ReadonlySet<string> = new Set(
  words(
    'word rumour rumours rumor rumors talk gossip whisper whispers speculation chatter buzz scuttlebutt legend hearsay',
  ),
)

/** Things that tell rather than say, by what they hold: "the report describes", "the pictures depict". */
export const describingVerbs: ReadonlySet<string> = new Set(
  words('describe detail depict outline document chronicle list recount portray'),
)

/** Stand for what was said before: "the mayor announced [this]". */
export const anaphors: ReadonlySet<string> = new Set(words('this that it so'))

/** Verbs whose object may be what was said before. */
export const confirmingVerbs: ReadonlySet<string> = new Set(
  words('say announce confirm report state reveal disclose acknowledge admit declare explain write claim'),
)

/** What such a sentence goes on about. Singular. */
export const elaborated: ReadonlySet<string> = new Set(
  words(
    'it they help plan deal package figure aid agreement number total toll list programme program proposal offer scheme budget order contract sum assistance support project count tally reform accord pact bill measure investment',
  ),
)

/** Verbs by which hearsay spreads: "word spread that". */
export const spreadingVerbs: ReadonlySet<string> = new Set(words('spread circulate swirl go abound'))

/** Verbs by which a next sentence tells more of the same thing: "The plan includes …". */
export const elaboratingVerbs: ReadonlySet<string> = new Set(words('include consist comprise cover involve contain'))

/** Adverbs by which a text hides its voice. */
export const hiddenAdverbs: ReadonlySet<string> = new Set(words('reportedly allegedly supposedly purportedly'))

/** Prepositions of attribution, longest first. */
export const prepositions: readonly { readonly rule: RuleId; readonly words: readonly string[] }[] = [
  { rule: 'attributions/in-the-words-of', words: words('in the words of') },
  { rule: 'attributions/as-reported-by', words: words('as reported by') },
  { rule: 'attributions/according-to', words: words('according to') },
]

/** Participles that name whom a voice relies on: "NHK, citing diplomats, …". */
export const citing: ReadonlySet<string> = new Set(words('citing quoting'))

/** Behind "which" they do the same: "the Post, which cited the wire". */
export const relaying: ReadonlySet<string> = new Set(words('cited quoted cites quotes'))

/** Nouns for those spoken to, never the source: "told reporters". */
export const months: ReadonlySet<string> = new Set(
  words(
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
)

/** Words of a time phrase that may stand between a cue and its content: "said on Monday that". */
export const timeWords: ReadonlySet<string> = new Set([
  ...words(
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday tonight tomorrow now',
  ),
  ...words(
    'morning afternoon evening night noon midnight week month year day weekend hour minute earlier later recently overnight early late',
  ),
  ...words('last this next ago a.m p.m a.m. p.m. am pm gmt utc'),
  ...months,
])

/** By which somebody is reached, without an article: "said by telephone" tells no agent. */
export const channels: ReadonlySet<string> = new Set(
  words(
    'phone telephone email e-mail mail letter text message fax video videolink radio satellite cable telegram whatsapp post',
  ),
)

function words(list: string): readonly string[] {
  return list.split(' ')
}
