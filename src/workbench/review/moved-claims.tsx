import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import type { Preview } from '../answers/shapes.ts'
import { words } from '../words.ts'

/** Claims whose number of independent origins a decision would move, from what to what. */
export function MovedClaims({ preview, says }: { readonly preview: Preview; readonly says: string }) {
  const { changes } = preview
  return (
    <div className="moves" role="status">
      <p className="soft">{says}</p>
      {changes.length > 0 && (
        <ul className="plain-list">
          {changes.slice(0, mostShown).map(({ key, gist, before, after }) => (
            <li key={key}>
              <strong>{words.review.from(before, after)}</strong>{' '}
              {before === null ? (
                <Written most={140}>{gist}</Written>
              ) : (
                <Link to={hrefOf(['claims', key])}>
                  <Written most={140}>{gist}</Written>
                </Link>
              )}
            </li>
          ))}
          {changes.length > mostShown && (
            <li className="soft">{words.claims.moreAnswers(changes.length - mostShown)}</li>
          )}
        </ul>
      )}
    </div>
  )
}

const mostShown = 8
