/** The first row of a table: the name of each column, and where names are keyed, the key as its class. */
export function ColumnHeads({ names }: { readonly names: readonly string[] | Readonly<Record<string, string>> }) {
  const columns = Array.isArray(names)
    ? names.map((said: string) => ({ said, name: undefined }))
    : Object.entries(names).map(([name, said]) => ({ said, name }))
  return (
    <thead>
      <tr>
        {columns.map(({ said, name }) => (
          <th key={name ?? said} scope="col" className={name}>
            {said}
          </th>
        ))}
      </tr>
    </thead>
  )
}
