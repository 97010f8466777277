/**
 * Words as XML 1.0 can hold them, in text and in attributes. Control characters, halves of letters and what is no character have no place
 * there, escaped or not, and are left out; `>` is escaped so that no `]]>` comes about, and line breaks so that an attribute keeps them.
 */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"'\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** An element with attributes, those that are undefined left out. Names are ours; values are anybody's. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  content?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  return content === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}
