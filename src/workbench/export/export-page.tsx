import { type Format, formats } from '../../export/formats.ts'
import { apiHref, ofCollection } from '../answers/ask.ts'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { ImportedNotes } from './imported-notes.tsx'

/** The answer as files, by what people want one for. */
export function ExportPage() {
  return (
    <Page title={words.exported.title} lead={<p>{words.exported.lead}</p>}>
      {words.exported.groups.map(([group, title]) => (
        <section key={group} className="export-group" aria-label={title}>
          <h2>{title}</h2>
          <ul className="exports">
            {formats
              .filter((format) => format.group === group)
              .map((format) => (
                <One key={format.name} format={format} />
              ))}
          </ul>
        </section>
      ))}
      <ImportedNotes />
    </Page>
  )
}

function One({ format: { name, title, says, lacks, also } }: { readonly format: Format }) {
  const address = apiHref(ofCollection(`/export/${name}`))
  return (
    <li>
      <a href={address} download aria-label={words.exported.download(title)}>
        {title}
      </a>
      {also && (
        <>
          {' · '}
          <a href={`${address}?ending=${also.ending}`} download aria-label={words.exported.download(also.title)}>
            {also.title}
          </a>
        </>
      )}
      <p>{words.exported.says(says)}</p>
      <p className="soft">{words.exported.lacks(lacks)}</p>
    </li>
  )
}
