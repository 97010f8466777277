import { type FormEvent, useRef, useState } from 'react'
import { hereIn, useAddress } from '../address/navigation.tsx'
import { isProblem, type Problem } from '../answers/ask.ts'
import { useGet } from '../answers/get.ts'
import { useLive } from '../answers/live.ts'
import { Term } from '../help/term.tsx'
import { Trouble } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { NeedsRole } from '../team/needs-role.tsx'
import { words } from '../words.ts'
import { Follows } from './follows.tsx'
import { Jobs } from './jobs.tsx'
import { type Input, takeIn } from './take-in.ts'

/** Files, addresses, texts and feeds come into the collection here; what was refused says why and what helps. */
export function AddPage() {
  const collection = useGet('', {})
  const { jobs } = useLive()
  const [problem, setProblem] = useState<Problem>()
  const asked = useAddress().query.get('address') ?? ''
  const give = async (input: Input): Promise<boolean> => {
    try {
      await takeIn(input)
      setProblem(undefined)
      return true
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
      return false
    }
  }
  return (
    <Page title={words.add.title}>
      <NeedsRole least="analyst">
        <div className="add-ways">
          <DropZone give={give} />
          <Addresses key={asked} asked={asked} give={give} />
          <PastedText give={give} />
        </div>
      </NeedsRole>
      {problem && <Trouble problem={problem} />}
      <section className="part" aria-labelledby="jobs-title">
        <h2 id="jobs-title">
          {words.add.jobs} <Term of="refusal">?</Term>
        </h2>
        <Jobs jobs={jobs} />
      </section>
      <Follows />
      {collection.value && (
        <section className="part" aria-labelledby="held-title">
          <h2 id="held-title">{words.add.held}</h2>
          <dl className="counts">
            {Object.entries(words.add.figures).map(([name, said]) => (
              <div key={name}>
                <dt>{said}</dt>
                <dd>{(collection.value?.counts[name as 'documents'] ?? 0).toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Page>
  )
}

interface Giving {
  readonly give: (input: Input) => Promise<boolean>
}

function DropZone({ give }: Giving) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="drop-zone">
      <h2>{words.add.drop}</h2>
      <p className="soft">{words.add.dropLead}</p>
      <input
        ref={field}
        id="files"
        className="visually-hidden"
        type="file"
        multiple
        aria-label={words.add.choose}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          if (files.length > 0) void give({ files })
          event.target.value = ''
        }}
      />
      <label htmlFor="files" className="button primary">
        {words.add.choose}
      </label>
    </div>
  )
}

/** @param asked an address that somebody comes with (a bookmarklet): it is put there, and fetched when they say so */
function Addresses({ give, asked }: Giving & { readonly asked: string }) {
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const addresses = String(new FormData(form).get('addresses') ?? '')
      .split(/\s+/)
      .filter(Boolean)
    if (addresses.length > 0 && (await give({ addresses }))) form.reset()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <label>
        {words.add.addresses}
        <textarea
          name="addresses"
          rows={4}
          spellCheck={false}
          defaultValue={/^https?:\/\//i.test(asked) ? asked : ''}
        />
        <small>{words.add.addressesHint}</small>
      </label>
      <button type="submit">{words.add.fetch}</button>
      <Bookmarklet />
    </form>
  )
}

/** A line that, kept as a bookmark, brings the address of any page here. It is shown to be copied: no page may run it but the one it is meant for. */
function Bookmarklet() {
  const here = `${location.origin}${hereIn('/add')}`
  return (
    <details>
      <summary>{words.add.bookmarklet}</summary>
      <p className="soft">{words.add.bookmarkletHow}</p>
      <textarea
        className="code"
        readOnly
        rows={3}
        aria-label={words.add.bookmarklet}
        value={`javascript:void open(${JSON.stringify(`${here}?address=`)}+encodeURIComponent(location.href))`}
        onFocus={(event) => event.currentTarget.select()}
      />
    </details>
  )
}

function PastedText({ give }: Giving) {
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
    const { text = '', title, publisher, published } = given
    if (!text) return
    const whole = {
      text,
      ...(title ? { title } : {}),
      ...(publisher ? { publisher } : {}),
      ...(published ? { published } : {}),
    }
    if (await give({ text: whole })) form.reset()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <label>
        {words.add.text}
        <textarea name="text" rows={4} required />
      </label>
      <div className="three">
        <label>
          {words.add.textTitle}
          <input name="title" />
        </label>
        <label>
          {words.add.textOutlet}
          <input name="publisher" />
        </label>
        <label>
          {words.add.textPublished}
          <input name="published" type="date" />
        </label>
      </div>
      <button type="submit">{words.add.read}</button>
    </form>
  )
}
