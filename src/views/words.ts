import { count } from '../export/view/figure-words.ts'
import { plain } from '../export/view/plain.ts'
import type { Manner } from '../model/derivation.ts'
import type { FindingKind } from '../model/finding.ts'

/** What a kind of finding is called. */
const findings: Readonly<Record<FindingKind, string>> = {
  conflict: 'disputed',
  drift: 'changed on the way',
  circular: 'circular',
  'single-relay': 'single relay',
  'single-origin': 'single origin',
  correction: 'corrected',
  'uncredited-copy': 'copied without credit',
  'vague-attribution': 'vague source',
  unattributed: 'nobody named',
}

/** Where there is little room. */
const short: Readonly<Partial<Record<FindingKind, string>>> = {
  drift: 'changed',
  'vague-attribution': 'vague',
  'uncredited-copy': 'uncredited',
  'single-relay': 'one relay',
  unattributed: 'unattributed',
}

const manners: Readonly<Record<Manner, string>> = {
  copies: 'copies',
  rewrites: 'rewrites',
  cites: 'cites',
  quotes: 'quotes',
  translates: 'translates',
}

const isFinding = (kind: string): kind is FindingKind => kind in findings

/** The words that the views bring with them, in the dossier and in the workbench alike. */
export const words = {
  written: { hidden: (mark: string) => `A mark that cannot be seen stands here: ${mark}` },
  findings,
  finding: (kind: string): string => (isFinding(kind) ? findings[kind] : kind.replaceAll('-', ' ')),
  shortFinding: (kind: string): string =>
    isFinding(kind) ? (short[kind] ?? findings[kind]) : kind.replaceAll('-', ' '),
  /** How a statement is put. */
  certainties: { asserted: 'asserted', hedged: 'weakened', planned: 'planned', denied: 'denied' } as const,
  claims: {
    columns: {
      gist: 'Claim',
      documents: 'Reports',
      origins: 'Origins',
      positions: 'Answers',
      findings: 'Noted',
      certainty: 'Certainty',
      firstSeen: 'First seen',
      credibility: 'Cred.',
    },
    notEstablished: 'not established',
    bottleneck: (name: string) => `all from ${name}`,
    doubtful: (amount: number) => `${amount} doubtful`,
    unnamed: (amount: number) => `${amount} unnamed`,
    moreAnswers: (amount: number) => `and ${amount} more`,
    noDate: 'no date',
    why: {
      documents: (n: number) => `${count(n, 'report')}: which?`,
      origins: (n: number) => `${count(n, 'independent origin')}: why?`,
      positions: (n: number) => `${count(n, 'answer')}: which?`,
      certainty: (say: string) => `Certainty ${say}: why?`,
      firstSeen: (when: string) => `First seen ${when}: where?`,
      credibility: (digit: string) => `Credibility ${digit}: why?`,
      finding: (n: number, kind: string) => `${n > 1 ? `${n} times ` : ''}${kind}: why?`,
    },
  },
  certainty: {
    scale(score: number): string {
      const step = Math.round(score)
      return (
        {
          '-3': 'certainly not',
          '-2': 'probably not',
          '-1': 'possibly not',
          '0': 'open',
          '1': 'possible',
          '2': 'probable',
          '3': 'certain',
        }[String(Math.max(-3, Math.min(3, step)))] ?? 'open'
      )
    },
    range: (least: string, most: string) => (least === most ? least : `${least} to ${most}`),
  },
  claim: {
    answers: 'Answers, side by side',
    overTime: 'Figures over time',
    changes: 'Changed on the way',
    conflicts: 'Disputed',
    trails: 'Trails, from each report to where it ends',
    open: 'What is not established',
    notEstablished: 'not established',
    printedBy: (n: number) => (n === 1 ? 'printed by' : `printed by ${n} outlets:`),
    outletUnknown: (n: number) =>
      n === 1 ? 'told in a report of no known outlet:' : `told in ${n} reports of no known outlet:`,
    independent: (n: number) => (n === 0 ? 'independence not established' : count(n, 'independent origin')),
    plotCaption:
      'A filled mark is a figure as stated, a hollow one a plan; a bar with an arrow has an open end. The letters are the origin’s; “?” is nobody named.',
    plotTable: 'The same as a table',
    plotScroll: 'Plot of the figures, scrollable',
    plotColumns: ['When', 'Figure', 'Who', 'Words'] as const,
    now: 'now',
    in: 'in',
    byHand: 'by hand',
    stated: 'stated',
    inferred: (percent: number) => `inferred, ${percent} %`,
    by: (rule: string) => `found by the rule ${plain(rule)}`,
    sameWay: (n: number) => `${count(n, 'statement')} came this way`,
    speaksFor: 'counted with',
    circle: 'The trail runs in a circle, so it has no origin',
    mayAnswerAnother: (name: string) => `${name} may be answering another question`,
    anyone: (name: string) => `The trail ends with ${name}, who may be anyone`,
    beyond: (name: string) => `The trail ends with ${name}, and whom they have it from is not shown`,
    namesNobody: 'The text names nobody',
    credibility: (digit: string) => `Credibility ${digit}`,
    allAnswers: (n: number) => `All ${n} statements of this answer`,
  },
  reader: {
    ownAuthority: 'own authority',
    via: 'via',
    nobody: 'nobody named',
    notEstablished: 'not established',
    doubtful: 'may be answering another question',
    circle: 'runs in a circle',
    sharedWith: 'words shared with',
    statements: (n: number) => count(n, 'statement'),
    notRead: 'Not searched for claims yet: language not read.',
    original: 'original',
    by: (name: string) => `by ${name}`,
  },
  river: {
    caption:
      'Origins on the left, reports on the right from the first to the last. A solid line is stated in the text, a dashed one inferred from it; the more claims, the wider. A double frame marks a bottleneck: some claim has to pass here.',
    label: (origins: number, reports: number, links: number) =>
      `${count(origins, 'origin')}, ${count(reports, 'report')} and ${count(links, 'line')} between them. The same is told as a list.`,
    origins: 'Origins',
    reports: 'Reports, in order of time',
    reportsShort: 'Reports by time',
    bottleneck: 'bottleneck',
    moreOrigins: (n: number) => `${n} more origins`,
    day: (day: string, n: number) => `${day}: ${count(n, 'report')}`,
    gathered: (n: number) => `${n} reports, made from the same`,
    noDate: 'without a date',
    columns: ['Report', 'Made from', 'How', 'Known because', 'Claims'] as const,
    saysSo: 'it says so',
    manners,
    names: 'names',
    tooMany: (lines: number) => `There are ${lines} lines between these reports, too many to draw in one picture.`,
  },
} as const
