import type { RuleId } from '../../model/rule.ts'

/** One family of words that weaken commitment. A phrase is a list of lower-case words; `*` at its end stands for any ending. */
export interface HedgeCues {
  readonly rule: RuleId
  /** Certainty, on FactBank's scale (0 open … 3 certain), that is left to an event under such a word. */
  readonly leaves: number
  readonly phrases: readonly string[]
}

/** Word lists after the cue inventories of Hyland (1998), Farkas et al. (2010) and Saurí and Pustejovsky (2009). */
export const hedgeCues: readonly HedgeCues[] = [
  { rule: 'hedges/modal', leaves: 1, phrases: ['may', 'might', 'could', 'may be', 'might be'] },
  {
    rule: 'hedges/hearsay',
    leaves: 1.5,
    phrases: list(
      'reportedly|allegedly|supposedly|purportedly|apparently|rumoured|rumored|unconfirmed|alleged|purported|so-called|is said to|are said to|was said to|were said to|it is said|is understood|are understood|was understood|is reported to|are reported to|were reported to|was reported to|word is|reports suggest|word on the street',
    ),
  },
  {
    rule: 'hedges/belief',
    leaves: 1.5,
    phrases: list(
      'is believed|are believed|was believed|were believed|widely believed|is thought|are thought|was thought|were thought|is considered|are considered|was considered|were considered|is regarded|are regarded|was regarded|is suspected|are suspected|was suspected|were suspected|suspected|is assumed|are assumed|is feared|are feared|was feared|were feared|feared|is alleged|are alleged|was alleged|were alleged|presumed|is presumed|are presumed',
    ),
  },
  {
    rule: 'hedges/appearance',
    leaves: 1.5,
    phrases: list(
      'appears|appear|appeared|seems|seem|seemed|seemingly|looks like|look like|looks set|suggests|suggest|suggested|suggesting|indicates that|hints|hinted|implies|implied',
    ),
  },
  {
    rule: 'hedges/probability',
    leaves: 1.5,
    phrases: list(
      'likely|probably|presumably|possibly|perhaps|maybe|potentially|conceivably|probable|possible|possibility|probability|plausible|potential|unlikely|most likely|very likely|in all likelihood|chance of|in what could',
    ),
  },
  {
    rule: 'hedges/claim',
    leaves: 1.5,
    phrases: list('claims|claim|claimed|claims to|claiming|purports to|purporting'),
  },
  {
    rule: 'hedges/doubt',
    leaves: 0,
    phrases: list(
      'unclear|not clear|not certain|uncertain|not known whether|remains to be seen|could not be confirmed|could not be verified|could not be independently verified|not independently verified|have not been confirmed|has not been confirmed|not yet confirmed|unverified|suspect|suspects|doubt|doubts|not sure|unsure|whether',
    ),
  },
]

/** People nobody could ask, where no word says which: "[critics] say", not "three critics", "researchers at Lower Marsh". */
export const unnamedPeople: ReadonlySet<string> = new Set(
  (
    'critics experts scholars historians observers commentators analysts fans scientists researchers insiders sceptics skeptics detractors ' +
    'proponents opponents supporters advocates reviewers biographers admirers specialists'
  ).split(' '),
)

/**
 * Words that leave open who or how many ("many experts", "is widely regarded"): they weaken a report without making its event less
 * certain, so they leave the scale alone. What Wikipedia calls weasel words (Ganter and Strube 2009; CoNLL-2010, task 1).
 */
export const vagueCues: HedgeCues = {
  rule: 'hedges/vague',
  leaves: 3,
  phrases: [
    ...unnamedPeople,
    ...list(
      'some|many|several|numerous|most|few|certain|others|a number of|a variety of|a range of|generally|typically|mostly|largely|widely|traditionally|arguably|virtually|somewhat|relatively|more or less|in some ways|to some extent|conventional wisdom|popular belief|popular beliefs|common belief|common beliefs|popular perception|popular perceptions|popular culture has it|legend has it|rumour has it|rumor has it|according to legend|according to tradition|according to myth|according to the myth|according to the legend|according to some|according to many|according to critics|popularly known|popularly called|often referred to as|sometimes referred to as|often called|people say|people believe|people think|people feel|people argue|studies show|studies have shown|research has shown|evidence suggests|experts say|speculation that|tend to|tends to|tended to|can be seen|could be seen|considered|regarded|best known|notably|thought to|believed to|said to|one of the|well known|well-known|best-known|widely-used|renowned|famous|in many|it is claimed|it is believed|it is thought|it is possible|it is likely|is argued|be argued|been argued|viewed as|seen as|perceived as|thought of as|be believed|been believed|be thought|been thought|rumours|rumors|rumour|rumor|reason to believe|is known to have|one of its|one of his|one of her|one of their|one of our',
    ),
  ],
}

/** Adjectives of praise: behind "most" or "very" they say that people hold something so, and not which people. */
export const praise: ReadonlySet<string> = new Set(
  (
    'important popular notable prominent distinguished powerful famous valuable illustrious respected influential significant successful ' +
    'celebrated renowned beautiful accomplished acclaimed beloved iconic talented admired impressive striking interesting attractive ' +
    'remarkable memorable promising exciting original brilliant'
  ).split(' '),
)

/** "the [most] popular resort", "[extremely] popular". */
export const praisers: ReadonlySet<string> = new Set(
  'most very quite extremely massively hugely immensely highly increasingly incredibly remarkably'.split(' '),
)

/** Verbs of judging: "is often described as" and "has been hailed" hide who judges (Wikipedia's manual of style: unsupported attributions). */
export const judgingVerbs: ReadonlySet<string> = new Set(
  (
    'describe compare liken praise hail acclaim criticise criticize credit dub characterise characterize portray depict laud condemn ' +
    'interpret rumour rumor speculate theorise theorize'
  ).split(' '),
)

/** What things may be called, which leaves nothing open: "may be abbreviated", "can also be termed". */
export const namingVerbs: ReadonlySet<string> = new Set('call name term express abbreviate classify spell'.split(' '))

/** What people lay claim to: "claimed victory" says nothing that could be doubted. */
export const claimedThings: ReadonlySet<string> = new Set(
  'victory throne crown title prize medal life seat place land territory spot win responsibility'.split(' '),
)

export const lengthsOfTime: ReadonlySet<string> = new Set(
  'second minute hour day night week weekend month year decade century time generation season life career'.split(' '),
)

function list(text: string): readonly string[] {
  return text.split('|')
}
