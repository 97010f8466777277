import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type ViewField, type ViewQuestion, viewFields } from '../../collection/saved-view.ts'
import { dayOf } from '../../export/view/day-words.ts'
import type { ViewRow } from '../../export/workbench/view-rows.ts'
import { roleToChangeView } from '../../team/allowed.ts'
import { isEnough } from '../../team/roles.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, hereIn, Link, useAddress } from '../address/navigation.tsx'
import { askAgain, isProblem, type Problem, send } from '../answers/ask.ts'
import { useGet } from '../answers/get.ts'
import { Trouble } from '../parts/states.tsx'
import { useMay, useMe, useRole } from '../team/me.ts'
import { words } from '../words.ts'

/** The ways of looking at the claims that have a name: choose one, save this one, rename or remove the one that is open. */
export function SavedViews() {
  const { query } = useAddress()
  const { value: views = [] } = useGet('/views', {})
  const asked = query.get('view')
  const open = views.find(({ id }) => id === asked)
  const asks = asksIn(query)
  const isPlain = Object.keys(asks).length === 0
  const mayKeep = useMay('analyst')
  useEffect(() => {
    // What is shared is the view alone; what it asks for may have changed since.
    if (open && isPlain && Object.keys(open.asks).length > 0) go(viewAddress(open), 'replace')
  }, [open, isPlain])
  if (views.length === 0 && isPlain) return null
  return (
    <div className="views no-print">
      {views.length > 0 && (
        <nav aria-label={words.views.title}>
          <ul>
            <li className="soft">{words.views.title}</li>
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  className={view.gone.length > 0 ? 'chip gone' : 'chip'}
                  to={viewAddress(view)}
                  aria-current={view.id === asked ? 'page' : undefined}
                >
                  <Written most={60}>{view.name}</Written>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {mayKeep && (open ? <OpenView key={open.id} view={open} asks={asks} /> : !isPlain && <SaveView asks={asks} />)}
      {asked !== null && !open && views.length > 0 && <p className="note">{words.views.unknown}</p>}
    </div>
  )
}

/** Where a view is looked at: with what it asks for in the address, so that it can be refined from there. */
export const viewAddress = ({ id, asks }: Pick<ViewRow, 'id' | 'asks'>): string =>
  hrefOf(['claims'], { view: id, ...asks })

/** What the address of the claims asks for, as a view keeps it. */
function asksIn(query: URLSearchParams): ViewQuestion {
  const asks: Partial<Record<ViewField, string>> = {}
  for (const field of viewFields) {
    const value = query.get(field)
    if (value) asks[field] = value
  }
  return asks
}

const isSame = (a: ViewQuestion, b: ViewQuestion): boolean => viewFields.every((field) => a[field] === b[field])

/** The view that is open: what of it leads nowhere any more, what was changed since, and what can be done with it. */
function OpenView({ view, asks }: { readonly view: ViewRow; readonly asks: ViewQuestion }) {
  const here = useAddress()
  const [renaming, setRenaming] = useState(false)
  const [said, setSaid] = useState('')
  const { problem, attempt } = useAttempt()
  const path = `/views/${view.id}`
  const isChanged = !isSame(view.asks, asks)
  const { value: me } = useMe()
  const role = useRole()
  const mayChange = role === undefined || isEnough(role, roleToChangeView(view, me?.name ?? ''))
  const update = (): void =>
    void attempt(
      () => send('PATCH', path, { asks }),
      () => setSaid(words.views.updated),
    )
  const remove = (): void =>
    void attempt(
      () => send('DELETE', path),
      () => go(withQuery(here, { view: '' }), 'replace'),
    )
  const copy = (): void =>
    void navigator.clipboard.writeText(new URL(hereIn(hrefOf(['claims'], { view: view.id })), location.href).href).then(
      () => setSaid(words.views.copied),
      () => setSaid(words.views.notCopied),
    )
  return (
    <>
      {view.gone.length > 0 && (
        <p className="note" role="status">
          {words.views.gone(view.gone.map((field) => words.views.fields[field]))}
        </p>
      )}
      {renaming ? (
        <NameForm
          name={view.name}
          label={words.views.rename}
          cancel={() => setRenaming(false)}
          give={(name) =>
            void attempt(
              () => send('PATCH', path, { name }),
              () => setRenaming(false),
            )
          }
        />
      ) : (
        <p className="view-actions">
          <span className="soft">{words.views.whose(view.by, dayOf(view.at))}</span>
          {isChanged && (
            <>
              <span className="soft">{words.views.changed}</span>
              {mayChange && (
                <button type="button" className="small" onClick={update}>
                  {words.views.update}
                </button>
              )}
              <Link className="button quiet small" to={viewAddress(view)}>
                {words.views.revert}
              </Link>
              <Link className="button quiet small" to={withQuery(here, { view: '' })}>
                {words.views.apart}
              </Link>
            </>
          )}
          <button type="button" className="quiet small" onClick={copy}>
            {words.views.copy}
          </button>
          {mayChange && (
            <>
              <button type="button" className="quiet small" onClick={() => setRenaming(true)}>
                {words.views.rename}
              </button>
              <button type="button" className="quiet small" onClick={remove}>
                {words.views.remove}
              </button>
            </>
          )}
          <span role="status">{said}</span>
        </p>
      )}
      {problem && <Trouble problem={problem} />}
    </>
  )
}

function SaveView({ asks }: { readonly asks: ViewQuestion }) {
  const here = useAddress()
  const [naming, setNaming] = useState(false)
  const { problem, attempt } = useAttempt()
  if (!naming)
    return (
      <p className="view-actions">
        <button type="button" className="quiet small" onClick={() => setNaming(true)}>
          {words.views.save}
        </button>
      </p>
    )
  return (
    <>
      <NameForm
        label={words.views.name}
        cancel={() => setNaming(false)}
        give={(name) =>
          void attempt(
            () => send<ViewRow>('POST', '/views', { name, asks }),
            (saved) => go(withQuery(here, { view: saved.id }), 'replace'),
          )
        }
      />
      {problem && <Trouble problem={problem} />}
    </>
  )
}

function NameForm({
  name = '',
  label,
  give,
  cancel,
}: {
  readonly name?: string
  readonly label: string
  readonly give: (name: string) => void
  readonly cancel: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  // It stands where the button was that asked for it.
  useEffect(() => field.current?.select(), [])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (given) give(given)
  }
  return (
    <form className="view-name" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && cancel()}>
      <label>
        {label}
        <input name="name" defaultValue={name} maxLength={80} required autoComplete="off" ref={field} />
      </label>
      <button type="submit" className="small">
        {words.claim.save}
      </button>
      <button type="button" className="quiet small" onClick={cancel}>
        {words.views.cancel}
      </button>
    </form>
  )
}

/** Something sent that changes the views: what went wrong with it, or the list asked anew. */
function useAttempt() {
  const [problem, setProblem] = useState<Problem>()
  const attempt = async <T,>(work: () => Promise<T>, done: (result: T) => void): Promise<void> => {
    try {
      const result = await work()
      setProblem(undefined)
      await askAgain('/views')
      done(result)
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
    }
  }
  return { problem, attempt }
}
