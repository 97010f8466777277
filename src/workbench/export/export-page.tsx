import { formats } from '../../export/formats.ts'
import { api } from '../answers/ask.ts'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** The answer as files. */
export function ExportPage() {
  return (
    <Page title={words.exported.title} lead={<p>{words.exported.lead}</p>}>
      <ul className="exports">
        {formats.map(({ name, title, says, lacks }) => (
          <li key={name}>
            <a href={`${api}/export/${name}`} download aria-label={words.exported.download(title)}>
              {title}
            </a>
            <p className="soft">{words.exported.what(says, lacks)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
