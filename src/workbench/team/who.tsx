import { Link } from '../address/navigation.tsx'
import { words } from '../words.ts'
import { useMe } from './me.ts'

/** Who is signed in, with the way to their account and, for who looks after them, to the people. */
export function Who() {
  const { value: me } = useMe()
  if (me?.mode !== 'team' || me.name === null) return null
  return (
    <span className="who">
      <Link to="/account" aria-label={words.team.signedInAs(me.name)}>
        {me.name}
      </Link>
      {me.steward && (
        <>
          {' '}
          · <Link to="/people">{words.team.people}</Link>
        </>
      )}
    </span>
  )
}
