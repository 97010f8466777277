import type { ComponentProps } from 'react'
import { Quotation as Quoted } from '../../views/parts/quotation.tsx'
import { setting } from './setting.ts'

export { placeOf } from './setting.ts'

/** The words of a statement with who printed them and when; the link leads to their place in the report. */
export const Quotation = (props: Omit<ComponentProps<typeof Quoted>, 'setting'>) => (
  <Quoted setting={setting} {...props} />
)
