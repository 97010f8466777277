/** An outlet, agency, institution or service that many reports name, so that "Japan's public broadcaster", NHK and nhk.or.jp are one voice. Facts only. */
export interface KnownEntity {
  /** Stable key: `nhk`. */
  readonly id: string
  readonly name: string
  /** Other names and acronyms, as written: "Japan Broadcasting Corporation". */
  readonly aliases: readonly string[]
  readonly kind: 'outlet' | 'agency' | 'institution' | 'organisation' | 'company'
  /** Descriptions that mean it and nothing else: "Japan's public broadcaster". */
  readonly descriptors: readonly string[]
  /** Web domains it publishes under: "nhk.or.jp". */
  readonly domains: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined
  /** Id of the body it belongs to: a ministry's intelligence service, a newspaper's owner is not meant. */
  readonly affiliation: string | undefined
}
