import type { ReactNode } from 'react'
import { nameOf } from '../../export/view/lookup.ts'
import { Certainty } from '../../views/claim/certainty.tsx'
import { voicesOf } from '../../views/claim/voices.ts'
import { withQuery } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { Badge } from '../parts/badge.tsx'
import { words } from '../words.ts'
import type { HeldClaim } from './held-claim.ts'

/** The figures of a claim in one row; each says why on a click. */
export function Marks({ held, view, answer }: HeldClaim) {
  const { claim } = answer
  const scores = claim.statements.flatMap((id) => held.statements.get(id)?.certaintyScore ?? [])
  const [least, most] = [Math.min(...scores), Math.max(...scores)]
  const voices = voicesOf(held, claim.origins)
  return (
    <ul className="marks">
      <Mark about="documents" label={words.claims.why.documents(claim.documents)} name={words.claims.columns.documents}>
        <b>{claim.documents}</b>
      </Mark>
      <Mark about="origins" label={words.claims.why.origins(claim.independent)} name={words.claim.independentOrigins}>
        <b>{claim.independent}</b>
        <span className="badges">
          {voices.slice(0, 6).map(({ node, name }) => (
            <Badge key={node} name={name} />
          ))}
        </span>
        {claim.independent === 0 && <small>{words.claim.notEstablished}</small>}
        {claim.bottleneck && <small>{words.claims.bottleneck(nameOf(held, claim.bottleneck))}</small>}
        {claim.notEstablished > 0 && <small>{words.claims.unnamedTrails(claim.notEstablished)}</small>}
      </Mark>
      <Mark
        about="positions"
        label={words.claims.why.positions(view.answers.length)}
        name={words.claims.columns.positions}
      >
        <b>{view.answers.length}</b>
      </Mark>
      {scores.length > 0 && (
        <Mark about="certainty" label={words.claims.why.certainty('')} name={words.claims.columns.certainty}>
          <Certainty least={least} most={most} />
        </Mark>
      )}
      <Mark
        about="credibility"
        label={words.claims.why.credibility(claim.credibility)}
        name={words.claim.credibilityName}
      >
        <b>{claim.credibility}</b>
        <small>{claim.credibilityReason}</small>
      </Mark>
      {answer.findings.length > 0 && (
        <Mark about="findings" label={words.why.titles.findings ?? ''} name={words.claims.columns.findings}>
          {[...new Set(answer.findings.map(({ kind }) => kind))].map((kind) => (
            <span key={kind} className={`chip ${kind}`}>
              {words.finding(kind)}
            </span>
          ))}
        </Mark>
      )}
    </ul>
  )
}

function Mark({
  about,
  label,
  name,
  children,
}: {
  readonly about: string
  readonly label: string
  readonly name: string
  readonly children: ReactNode
}) {
  const here = useAddress()
  const key = here.parts[1] ?? ''
  return (
    <li>
      <Link to={withQuery(here, { why: key, about })} title={label} className="mark-link">
        <span className="mark-name">{name}</span>
        <span className="mark-body">{children}</span>
        <span className="visually-hidden">{label}</span>
      </Link>
    </li>
  )
}
