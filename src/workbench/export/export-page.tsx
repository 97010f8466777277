import { apiHref, ofCollection } from '../answers/ask.ts'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** The answer as files. */
export function ExportPage() {
  return (
    <Page title={words.exported.title} lead={<p>{words.exported.lead}</p>}>
      <ul className="exports">
        {words.exported.formats.map(([format, name, means]) => (
          <li key={format}>
            <a href={apiHref(ofCollection(`/export/${format}`))} download aria-label={words.exported.download(name)}>
              {name}
            </a>
            <p className="soft">{means}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
