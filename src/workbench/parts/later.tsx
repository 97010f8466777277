import { type ComponentType, useEffect, useState } from 'react'
import { Loading, Trouble } from './states.tsx'

/** A part of the page that comes in a file of its own. */
export interface Later<Props> {
  readonly Shown: ComponentType<Props>
  /** Has the file fetched before somebody asks for it. */
  readonly ahead: () => Promise<void>
}

/**
 * Shows what a file brings as soon as it is there. React's `lazy` keeps what replaces a placeholder back for 300 ms, lest pages flicker: longer
 * than everything else that a screen takes.
 *
 * @param lines of the placeholder
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, lines: number): Later<Props> {
  let Part: ComponentType<Props> | undefined
  const ahead = async (): Promise<void> => {
    Part ??= await load()
  }
  function Shown(props: Props) {
    const [state, setState] = useState<'waiting' | 'there' | 'lost'>('waiting')
    useEffect(() => {
      if (!Part && state === 'waiting')
        ahead().then(
          () => setState('there'),
          () => setState('lost'),
        )
    }, [state])
    if (Part) return <Part {...props} />
    if (state === 'lost') return <Trouble problem={{ status: 0, title: '' }} again={() => setState('waiting')} />
    return <Loading lines={lines} />
  }
  return { Shown, ahead }
}
