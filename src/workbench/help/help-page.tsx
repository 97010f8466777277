import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { KeyTable } from './keys.tsx'
import { terms } from './term.tsx'

/** Every word as it is used here, and the keys. */
export function HelpPage() {
  return (
    <Page title={words.rooms.help} lead={<p>{words.help.lead}</p>}>
      <dl className="glossary">
        {terms.map(({ term, means, example }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {means}
              {example && <span className="soft block">{words.help.example(example)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <section className="part" aria-labelledby="keys-title">
        <h2 id="keys-title">{words.help.keys}</h2>
        <KeyTable />
      </section>
    </Page>
  )
}
