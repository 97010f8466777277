import { useEffect, useRef } from 'react'
import { words } from '../words.ts'

/** Every key that does something, as a table. */
export function KeyTable() {
  return (
    <table className="list keys">
      <tbody>
        {words.help.key.map(([keys, does]) => (
          <tr key={keys}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same over whatever is on the screen; `?` opens it. */
export function KeysDialog({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="keys-dialog"
      aria-labelledby="keys-dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <h2 id="keys-dialog-title">{words.help.keys}</h2>
      <KeyTable />
      <p>
        <button type="button" onClick={close}>
          {words.why.close}
        </button>
      </p>
    </dialog>
  )
}
