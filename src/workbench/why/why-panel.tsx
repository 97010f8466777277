import { useEffect, useRef } from 'react'
import { oneLine, shorten } from '../../export/view/plain.ts'
import type { ClaimPage as ClaimAnswer } from '../../export/workbench/claim-page.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, here, Link } from '../address/navigation.tsx'
import { useAsk } from '../answers/ask.ts'
import { heldClaim } from '../claim/held-claim.ts'
import { Answered } from '../parts/states.tsx'
import { words } from '../words.ts'
import { Reasons } from './reasons.tsx'

/** Lies over a screen and answers one "why": the words a figure of a claim stands on. Its address can be sent; back closes it. */
export function WhyPanel({ claim, about }: { readonly claim: string; readonly about: string }) {
  const asked = useAsk<ClaimAnswer>(`/claims/${encodeURIComponent(claim)}`)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = words.why.titles[about] ?? words.why.titles.origins
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  const close = (): void => go(withQuery(here(), { why: '', about: '' }), 'replace')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it; Escape does so by keyboard
    <dialog
      ref={dialog}
      className="why-panel"
      aria-labelledby="why-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="why-body">
        <header>
          <h2 id="why-title">{title}</h2>
          <button type="button" className="quiet" onClick={close}>
            {words.why.close}
          </button>
        </header>
        <Answered asked={asked}>
          {(answer) => {
            const held = heldClaim(answer)
            return (
              <>
                <p className="why-gist">
                  <Written>{shorten(oneLine(answer.claim.gist.slice(0, 2_000)), 240)}</Written>
                </p>
                <Reasons held={held} about={about} />
                <p>
                  <Link className="button" to={hrefOf(['claims', answer.key])}>
                    {words.why.openClaim}
                  </Link>
                </p>
              </>
            )
          }}
        </Answered>
      </div>
    </dialog>
  )
}
