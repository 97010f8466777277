import type { SourcePage } from '../../export/workbench/source-rows.ts'
import type { Suggestion } from '../../export/workbench/suggestions.ts'
import { Written } from '../../views/parts/written.tsx'
import { askAhead, ofCollection, useAsk } from '../answers/ask.ts'
import { Said } from '../parts/said.tsx'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'

/** What there is to tell a voice by: what it is, what it belongs to, and the first words it is quoted with. */
export function VoiceWords({ id }: { readonly id: string }) {
  const asked = useAsk<SourcePage>(pathOf(id))
  return <Answered asked={asked}>{(source) => <Voice source={source} />}</Answered>
}

/** Asks for both voices of a pair before it is shown. */
export function askVoicesAhead({ a, b }: Suggestion): void {
  askAhead(...[a, b].filter(({ kind }) => kind === 'source').map(({ id }) => ofCollection(pathOf(id))))
}

function Voice({ source }: { readonly source: SourcePage }) {
  const { kind, aliases, affiliation, affiliationName, originOf, relayedBy, statements, said } = source
  return (
    <>
      <p className="soft">
        {words.sources.kinds[kind]}
        {affiliation && (
          <>
            {' · '}
            {words.sources.belongsTo} <Written most={80}>{affiliationName ?? affiliation}</Written>
          </>
        )}
        {aliases.length > 0 && (
          <>
            {' · '}
            {words.sources.alsoCalled} <Written most={200}>{aliases.join(', ')}</Written>
          </>
        )}
      </p>
      <p className="soft">{words.sources.standing(originOf, relayedBy)}</p>
      {statements.slice(0, mostQuoted).map((row) => (
        <Said key={row.id} row={row} />
      ))}
      {said === 0 && <p className="soft">{words.sources.saidNothing}</p>}
      {said > mostQuoted && <p className="soft">{words.review.furtherSaid(said - mostQuoted)}</p>}
    </>
  )
}

const pathOf = (id: string): string => `/sources/${encodeURIComponent(id)}`

/** Enough to tell two voices apart by; the rest stands on the page of the source. */
const mostQuoted = 3
