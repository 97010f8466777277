import { getDomain } from 'tldts'
import { resolve } from './compose.ts'

/**
 * The address under which an outlet keeps a page, where the page was reached under another (with the marks of a newsletter, in a lighter
 * form). Believed only within the outlet's own site: a copy that names another outlet as its original is still that copy, and who has it
 * from whom is what is to be found out. A front page named for every article is a mistake of the page.
 */
export function canonicalWithin(url: string, declared: string | undefined): string | undefined {
  const address = resolve(declared, url)
  if (address === undefined || siteOf(address) !== siteOf(url)) return undefined
  return pathOf(address) === '/' && pathOf(url) !== '/' ? undefined : address
}

const siteOf = (url: string): string => getDomain(url) ?? new URL(url).host

const pathOf = (url: string): string => new URL(url).pathname
