import { type ComponentType, useMemo } from 'react'
import { tellingFirst, waysOf } from '../../export/view/ways.ts'
import { Trails, type WayProps } from '../../views/claim/trails.tsx'
import { firstShown, useFirst } from '../parts/first-of.tsx'
import { setting } from '../parts/setting.ts'
import type { HeldClaim } from './held-claim.ts'

/** The trails of a claim. Where they take more ways than anybody reads at once, those that tell most come first. */
export function FirstTrails({
  held,
  view,
  Each,
}: Pick<HeldClaim, 'held' | 'view'> & { readonly Each?: ComponentType<WayProps> }) {
  const ways = useMemo(() => {
    const all = waysOf(held, view.trails)
    return all.length > firstShown ? tellingFirst(all) : all
  }, [held, view])
  const { shown, rest } = useFirst(ways)
  return (
    <>
      <Trails setting={setting} held={held} ways={shown} {...(Each && { Each })} />
      {rest}
    </>
  )
}
