/**
 * What collections are called in addresses: plain words made from the name of the file or schema that each is kept in, no two the same.
 *
 * @param places paths of files, or `postgres://host/database?collection=name`
 */
export function called(places: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return places.map((place) => {
    const word = plainWord(place)
    let name = word
    for (let number = 2; taken.has(name); number++) name = `${word}-${number}`
    taken.add(name)
    return name
  })
}

/** `/home/ana/Harbour desk.db` → `harbour-desk`; `postgres://db.example/news?collection=desk` → `desk`. */
function plainWord(place: string): string {
  const named = /^postgres(?:ql)?:\/\/[^/?]*(?:\/([^/?]*))?(?:.*[?&]collection=([^&]*))?/i.exec(place)
  const name = named
    ? named[2] || named[1]
    : place
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/(?<=.)\.[^.]*$/, '')
  const word = (name ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return word === '' ? 'collection' : word.slice(0, 60)
}
