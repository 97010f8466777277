import { oneLine, shorten } from '../../export/view/plain.ts'
import { Way } from '../../views/claim/trails.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { setting } from '../parts/setting.ts'
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
  const said = held.held.statements.get(statement ?? '')
  return (
    <div id="chain" className="chain">
      <h2>{words.reader.chain}</h2>
      {said && (
        <p className="chain-words">
          “<Written>{shorten(oneLine(said.quote.slice(0, 800)), 140)}</Written>”
        </p>
      )}
      <Way setting={setting} held={held.held} trail={origin.trail} same={[origin.trail]} most={110} />
      <p>
        <Link to={hrefOf(['claims', origin.claim])}>{words.reader.openClaim}</Link>
      </p>
    </div>
  )
}
