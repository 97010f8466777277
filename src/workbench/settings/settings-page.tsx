import { useState } from 'react'
import { Written } from '../../views/parts/written.tsx'
import { useAsk } from '../answers/ask.ts'
import { useGet } from '../answers/get.ts'
import { Answered } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { keepLook, type Look, look } from './look.ts'

/** How it looks here, and whether the collection is as it was written. */
export function SettingsPage() {
  const [chosen, setChosen] = useState(look)
  const collection = useGet('', {})
  const choose = (next: Look): void => {
    keepLook(next)
    setChosen(next)
  }
  return (
    <Page title={words.settings.title}>
      <fieldset className="choices">
        <legend>{words.settings.theme}</legend>
        {words.settings.themes.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              checked={chosen.theme === value}
              onChange={() => choose({ ...chosen, theme: value })}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{words.settings.rows}</legend>
        {words.settings.rowChoices.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="rows"
              checked={chosen.rows === value}
              onChange={() => choose({ ...chosen, rows: value })}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <p className="soft">{words.settings.kept}</p>
      {collection.value && (
        <p>
          {words.settings.collection}: <Written most={200}>{collection.value.place ?? collection.value.name}</Written> ·{' '}
          {words.settings.version} {collection.value.version}
        </p>
      )}
      <Verify />
    </Page>
  )
}

interface Verified {
  readonly flaws?: readonly string[]
  readonly unproven?: readonly string[]
}

function Verify() {
  const [asking, setAsking] = useState(false)
  const asked = useAsk<Verified>(asking ? '/verify' : null)
  return (
    <section className="part" aria-labelledby="verify-title">
      <h2 id="verify-title">{words.settings.verify}</h2>
      <p className="soft">{words.settings.verifyLead}</p>
      {asking ? (
        <Answered asked={asked} lines={2}>
          {({ flaws = [], unproven = [] }) => (
            <>
              <p role="status">{flaws.length === 0 ? words.settings.verified : words.settings.flaws(flaws.length)}</p>
              <ul className="plain-list">
                {flaws.slice(0, 100).map((flaw) => (
                  <li key={flaw}>
                    <Written most={400}>{flaw}</Written>
                  </li>
                ))}
              </ul>
              {unproven.length > 0 && (
                <>
                  <p>{words.settings.unproven}</p>
                  <ul className="plain-list">
                    {unproven.map((what) => (
                      <li key={what}>{what}</li>
                    ))}
                  </ul>
                </>
              )}
            </>
          )}
        </Answered>
      ) : (
        <button type="button" onClick={() => setAsking(true)}>
          {words.settings.verify}
        </button>
      )}
    </section>
  )
}
