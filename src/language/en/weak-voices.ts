/**
 * Nouns in the plural, or without any name, that let nobody be asked: "reports suggest", "authorities confirmed", "experts
 * say". Lower case. Facts of the language, collected from general knowledge of news English.
 */
export const weakNouns: ReadonlySet<string> = words(`
  reports report media publications publication observers sources authorities officials experts insiders watchers analysts
  residents locals witnesses bystanders campaigners activists critics people outlets posts rumours rumors accounts data
  firefighters rescuers survivors voices circles quarters commentators users word
`)

/** What an outlet is called where its name is not given: "the paper", "the daily". */
export const reportingNouns: ReadonlySet<string> = words(`
  paper newspaper daily weekly tabloid magazine journal outlet broadcaster station channel site website portal blog agency
  wire newswire
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
