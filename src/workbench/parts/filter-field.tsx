import { useEffect, useRef } from 'react'
import { withQuery } from '../address/address.ts'
import { go, here, useAddress } from '../address/navigation.tsx'

/** A field whose words go into the address a moment after they are typed. */
export function FilterField({ label, name = 'q' }: { readonly label: string; readonly name?: string }) {
  const { query } = useAddress()
  const asked = query.get(name) ?? ''
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = asked
  }, [asked])
  const typed = (value: string): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go(withQuery(here(), { [name]: value }), 'replace'), 180)
  }
  return (
    <label>
      {label}
      <input
        ref={field}
        type="search"
        defaultValue={asked}
        onChange={(event) => typed(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
    </label>
  )
}
