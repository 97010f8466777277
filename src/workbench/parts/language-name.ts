/** What a language is called in English, by its tag (BCP 47): the tag itself where it is none, a dash where none is known. */
export function languageName(tag: string): string {
  if (tag === '' || tag === 'und') return '–'
  try {
    return names.of(tag) ?? tag
  } catch {
    // Pages may write anything into their `lang`.
    return tag
  }
}

const names = new Intl.DisplayNames('en', { type: 'language' })
