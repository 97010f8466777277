import { nameOf } from '../../export/view/lookup.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import { endWords, stations } from '../../export/view/trail-words.ts'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { placeOf } from '../parts/quotation.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import type { HeldDocument } from './held-document.ts'

/** The trail of the statement under the pointer or in focus, hop by hop, with the words of each. */
export function Chain({ held, statement }: { readonly held: HeldDocument; readonly statement: string | undefined }) {
  const origin = statement === undefined ? undefined : held.origins.get(statement)
  if (!origin)
    return (
      <div id="chain" className="chain soft">
        <p>{words.reader.keys}</p>
      </div>
    )
  const [first, ...hops] = stations(held.held, origin.trail)
  const end = endWords(held.held, origin.trail).replace(/[()←]/g, '').trim()
  const said = held.held.statements.get(statement ?? '')
  return (
    <div id="chain" className="chain">
      <h2>{words.reader.chain}</h2>
      {said && (
        <p className="chain-words">
          “<Written>{shorten(oneLine(said.quote.slice(0, 800)), 140)}</Written>”
        </p>
      )}
      <ol className="trail">
        <li className="station start">
          <Written most={80}>{first?.name ?? ''}</Written>
        </li>
        {hops.map(
          ({ name, hop }, index) =>
            hop && (
              // biome-ignore lint/suspicious/noArrayIndexKey: a trail may pass one name twice
              <li key={index} className={`station ${hop.basis}`}>
                <strong>
                  <Written most={80}>{name}</Written>
                </strong>{' '}
                <span className="basis">
                  {hop.basis === 'stated' ? words.claim.stated : words.claim.inferred(Math.round(hop.confidence * 100))}
                </span>{' '}
                <Link className="hop" to={placeOf(hop.document, hop)} title={words.claim.by(hop.rule)}>
                  “<Written>{shorten(oneLine(hop.quote.slice(0, 800)), 110)}</Written>”
                </Link>{' '}
                <span className="in">
                  {words.claim.in} <Written most={60}>{nameOf(held.held, hop.document)}</Written>
                </span>
              </li>
            ),
        )}
      </ol>
      {end !== '' && <p className={`end ${origin.trail.end}`}>{end}</p>}
      <p>
        <Link to={hrefOf(['claims', origin.claim])}>{words.reader.openClaim}</Link>
      </p>
    </div>
  )
}
