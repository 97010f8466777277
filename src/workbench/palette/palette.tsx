import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ClaimRow } from '../../export/workbench/claim-rows.ts'
import type { DocumentRow } from '../../export/workbench/document-page.ts'
import type { SourceRow } from '../../export/workbench/source-rows.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { go, useAddress } from '../address/navigation.tsx'
import { useAsk } from '../answers/ask.ts'
import { useGet } from '../answers/get.ts'
import type { Page } from '../answers/shapes.ts'
import { viewAddress } from '../claims/saved-views.tsx'
import { useCollections } from '../collections/known.ts'
import { useMe } from '../team/me.ts'
import { words } from '../words.ts'

interface Choice {
  readonly group: string
  readonly name: string
  readonly to: string
}

/** Ctrl+K: every room, claim, report and source from one field. */
export function Palette({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected && document.activeElement === document.body)
        opener.focus()
    }
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 120)
    return () => clearTimeout(timer)
  }, [typed])
  const choices = useChoices(query)
  const chosen = Math.min(at, choices.length - 1)
  const follow = (choice: Choice | undefined): void => {
    if (!choice) return
    close()
    go(choice.to)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0))
    else if (event.key === 'Enter') follow(choices[chosen])
    else return
    event.preventDefault()
  }
  let group = ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it; Escape does so by keyboard
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.palette.label}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="palette-body">
        <input
          type="text"
          role="combobox"
          aria-label={words.palette.label}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={choices.length > 0 ? `choice-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder={words.palette.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
          autoComplete="off"
          spellCheck={false}
        />
        <div id="palette-list" role="listbox" aria-label={words.palette.label} className="palette-list">
          {choices.map((choice, index) => {
            const head = choice.group !== group
            group = choice.group
            return (
              <div key={choice.to + choice.name} role="presentation">
                {head && (
                  <p className="palette-group" role="presentation">
                    {choice.group}
                  </p>
                )}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys */}
                <div
                  role="option"
                  id={`choice-${index}`}
                  aria-selected={index === chosen}
                  className="palette-choice"
                  ref={(element) => {
                    if (index === chosen) element?.scrollIntoView({ block: 'nearest' })
                  }}
                  onClick={() => follow(choice)}
                  onMouseMove={() => setAt(index)}
                >
                  <Written most={110}>{choice.name}</Written>
                </div>
              </div>
            )
          })}
        </div>
        {choices.length === 0 && <p className="soft">{words.palette.none}</p>}
        <p className="palette-hint">{words.palette.hint}</p>
      </div>
    </dialog>
  )
}

/** The collections that this window is not in. */
function useOthers(): readonly string[] {
  const { collection } = useAddress()
  const { value = [] } = useCollections()
  return value.map(({ name }) => name).filter((name) => name !== collection)
}

function useChoices(query: string): readonly Choice[] {
  const asked = query ? encodeURIComponent(query) : null
  const claims = useAsk<Page<ClaimRow>>(asked && `/claims?q=${asked}&limit=6`)
  const sources = useAsk<Page<SourceRow>>(asked && `/sources?q=${asked}&limit=4`)
  const reports = useAsk<Page<DocumentRow>>(asked && `/documents?q=${asked}&limit=4`)
  const saved = useGet('/views', {})
  const isTeam = useMe().value?.mode === 'team'
  const rooms = Object.entries(words.rooms)
    .filter(([room]) => room !== 'members' || isTeam)
    .filter(([, name]) => name.toLowerCase().includes(query.toLowerCase()))
    .map(([room, name]) => ({ group: words.palette.rooms, name, to: hrefOf([room]) }))
  const collections = useOthers()
    .filter((name) => name.includes(query.toLowerCase()))
    .map((name) => ({ group: words.collections.title, name, to: hrefOf(['collections', name, 'claims']) }))
  const views = (saved.value ?? [])
    .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    .map((view) => ({ group: words.palette.views, name: view.name, to: viewAddress(view) }))
  if (!query) return [...rooms, ...views, ...collections]
  return [
    ...rooms,
    ...views,
    ...collections,
    { group: words.rooms.search, name: words.palette.searchAll(query), to: hrefOf(['search'], { q: query }) },
    ...(claims.value?.items ?? []).map(({ key, gist }) => ({
      group: words.palette.claims,
      name: gist,
      to: hrefOf(['claims', key]),
    })),
    ...(sources.value?.items ?? []).map(({ id, name }) => ({
      group: words.palette.sources,
      name,
      to: hrefOf(['sources', id]),
    })),
    ...(reports.value?.items ?? []).map(({ id, title }) => ({
      group: words.palette.reports,
      name: title ?? id,
      to: hrefOf(['reports', id]),
    })),
  ]
}
