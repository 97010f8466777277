/**
 * One fact sheet per line. Lists inside a cell are parted by `|`; trailing cells may be left out.
 * The role is what it is to its country ("public broadcaster", "military intelligence"); the affiliation is the name of
 * the body it belongs to; descriptors are wordings that mean it and nothing else.
 */
export type KnownRow = readonly [
  name: string,
  country: string,
  role: string,
  aliases?: string,
  domains?: string,
  affiliation?: string,
  descriptors?: string,
]
