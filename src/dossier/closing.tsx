import { count } from '../export/view/figure-words.ts'
import { unappliedWords } from '../export/view/hand-words.ts'
import type { Lookup } from '../export/view/lookup.ts'
import { Written } from '../views/parts/written.tsx'

/** What was read and what was not, and why. */
export function Coverage({ held }: { readonly held: Lookup }) {
  const { coverage, refusals } = held.report
  const unapplied = unappliedWords(held)
  const languages = Object.entries(coverage.languages).sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <>
      <p>
        {count(coverage.documents, 'report')} read, {count(coverage.statements, 'statement')} found
        {languages.length > 1 &&
          `; languages: ${languages.map(([language, amount]) => `${language} ${amount}`).join(', ')}`}
        .
        {coverage.unread > 0 &&
          ` ${count(coverage.unread, 'report is', 'reports are')} in a language that is not searched for claims yet.`}
      </p>
      {refusals.length > 0 ? (
        <>
          <h3>Refused</h3>
          <ul className="plain-list">
            {refusals.map(({ input, code, says }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one input may be refused twice for one reason
              <li key={index}>
                <Written>{input}</Written> <span className="chip">{code}</span> <Written>{says}</Written>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Nothing was refused.</p>
      )}
      {unapplied.length > 0 && (
        <>
          <h3>Decisions not applied</h3>
          <ul className="plain-list">
            {unapplied.map((words) => (
              <li key={words}>
                <Written>{words}</Written>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The words of the page, one sentence each. */
export function Glossary() {
  return (
    <dl className="glossary">
      {terms.map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

const terms: readonly (readonly [string, string])[] = [
  ['Report', 'What one outlet published. Two outlets that print the same words are two reports.'],
  ['Claim', 'One question that the reports answer. Different answers to it stand side by side; none is dropped.'],
  ['Origin', 'Where a trail ends: a named voice, or an outlet that reports on its own authority.'],
  [
    'Independent origins',
    'How many origins are separate from each other, as far as this collection shows. A ministry and its minister are one; ten copies of one report add none.',
  ],
  ['Trail', 'The way from a report upstream to the one who said it first. Every step shows the words it rests on.'],
  [
    'Stated, inferred',
    'Stated: the report itself says where it has it from. Inferred: shared words or facts show it, with the confidence given.',
  ],
  ['Bottleneck', 'The one origin that every trail goes back to which ends in somebody named.'],
  ['Single relay', 'Several origins that reach the reader through one report only.'],
  [
    'Not established',
    'The trail ends in nobody named. Two outlets that each quote “an official” may have heard the same one, so neither is counted.',
  ],
  [
    'Changed on the way',
    'The same claim says something else after a retelling: another figure, a hedge dropped, another role or voice.',
  ],
  ['Disputed', 'Two origins whose statements cannot both hold.'],
  [
    'Credibility',
    'The information digit of STANAG 2511, computed from what is above: 1 is best corroborated, 6 cannot be judged. It is about corroboration inside this collection and nothing else.',
  ],
]
