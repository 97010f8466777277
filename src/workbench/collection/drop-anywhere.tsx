import { useEffect, useState } from 'react'
import { hrefOf } from '../address/address.ts'
import { go } from '../address/navigation.tsx'
import { isProblem, type Problem } from '../answers/ask.ts'
import { Trouble } from '../parts/states.tsx'
import { words } from '../words.ts'
import { takeIn } from './take-in.ts'

/** Files may be let go over any screen. */
export function DropAnywhere() {
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      takeIn({ files }).then(
        () => {
          setProblem(undefined)
          go(hrefOf(['add']))
        },
        (trouble: unknown) => setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' }),
      )
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])
  return (
    <>
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <p>{words.add.dropAnywhere}</p>
        </div>
      )}
      {problem && (
        <div className="toast">
          <Trouble problem={problem} />
          <button type="button" onClick={() => setProblem(undefined)}>
            {words.why.close}
          </button>
        </div>
      )}
    </>
  )
}
