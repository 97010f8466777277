import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { useGet } from '../answers/get.ts'
import { useLive } from '../answers/live.ts'
import { DropAnywhere } from '../collection/drop-anywhere.tsx'
import { useCollections } from '../collections/known.ts'
import { KeysDialog } from '../help/keys.tsx'
import { Palette } from '../palette/palette.tsx'
import { useMay, useMe } from '../team/me.ts'
import { Who } from '../team/who.tsx'
import { words } from '../words.ts'

/** The frame of every screen: the rooms on the left, search above, the screen itself. */
export function Shell({ room, children }: { readonly room: string; readonly children: ReactNode }) {
  const [menu, setMenu] = useState(false)
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  const { parts } = useAddress()
  const at = parts.join('/')
  const isTeam = useMe().value?.mode === 'team'
  const [mayAdd, mayLookAfter] = [useMay('analyst'), useMay('admin')]
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the place changes
  useEffect(() => setMenu(false), [at])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setPalette(true)
      } else if (event.key === '/' && !isTyping(event.target)) {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (!field) return
        event.preventDefault()
        field.focus()
      } else if (event.key === '?' && !isTyping(event.target) && !document.querySelector('dialog[open]')) {
        event.preventDefault()
        setKeys(true)
      } else if (event.key === 'Escape') setMenu(false)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      <div className={menu ? 'frame menu-open' : 'frame'}>
        <header className="bar">
          <Link to={hrefOf(['claims'])} className="wordmark">
            <img src="/mark.svg" alt="" width="22" height="22" />
            {words.product}
          </Link>
          <button type="button" className="finder" onClick={() => setPalette(true)}>
            <span>{words.shell.search}</span>
            <kbd>{words.shell.searchKeys}</kbd>
          </button>
          <button
            type="button"
            className="menu-button"
            aria-expanded={menu}
            aria-controls="rooms"
            onClick={() => setMenu(!menu)}
          >
            {words.shell.menu}
          </button>
        </header>
        <nav ref={nav} id="rooms" className="rooms" aria-label={words.shell.rooms}>
          <Which />
          <ul>
            {main.map((name) => (
              <Room key={name} name={name} current={room} />
            ))}
          </ul>
          <ul>
            {minor
              .filter((name) => (name === 'add' ? mayAdd : name === 'members' ? isTeam && mayLookAfter : true))
              .map((name) => (
                <Room key={name} name={name} current={room} />
              ))}
          </ul>
          <Standing />
        </nav>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {mayAdd && <DropAnywhere />}
      {palette && <Palette close={() => setPalette(false)} />}
      {keys && <KeysDialog close={() => setKeys(false)} />}
    </>
  )
}

const main = ['claims', 'stories', 'reports', 'sources', 'search', 'review', 'alerts'] as const
const minor = ['add', 'export', 'members', 'settings', 'help'] as const

function Room({
  name,
  current,
}: {
  readonly name: (typeof main)[number] | (typeof minor)[number]
  readonly current: string
}) {
  const { value } = useGet('', {})
  const { jobs } = useLive()
  const amount =
    value &&
    {
      claims: value.counts.claims,
      reports: value.counts.documents,
      sources: value.counts.sources,
      alerts: value.counts.alerts,
    }[name as string]
  const busy = name === 'add' && jobs.some(({ state }) => state === 'running')
  return (
    <li>
      <Link to={hrefOf([name])} aria-current={current === name ? 'page' : undefined}>
        <span>{words.rooms[name]}</span>
        {amount !== undefined && amount > 0 && <span className="amount">{amount.toLocaleString('en')}</span>}
        {busy && <span className="busy">{words.shell.working}</span>}
      </Link>
    </li>
  )
}

/** Which collection this is and the way to the others, where there are others. */
function Which() {
  const { collection } = useAddress()
  const { value } = useCollections()
  if (value === undefined || value.length < 2 || collection === undefined) return null
  return (
    <p className="which">
      <Link to={hrefOf(['collections'])} aria-label={words.collections.change(collection)}>
        <Written most={40}>{collection}</Written>
        <span className="soft">{words.collections.others}</span>
      </Link>
    </p>
  )
}

/** Which collection this is, and whether the window hears of what comes in. */
function Standing() {
  const { value } = useGet('', {})
  const { connected } = useLive()
  return (
    <p className="standing">
      <Who />
      {value && (
        <span title={value.place ?? undefined}>
          <Written most={60}>{value.name}</Written>
        </span>
      )}
      <span className={connected ? 'light on' : 'light'} role="status">
        {connected ? words.shell.live : words.shell.notLive}
      </span>
    </p>
  )
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
