import { addressOf, type Get } from '../../client/client.ts'
import { type Asked, useAsk } from './ask.ts'

/** The answer to an address of the collection that the window is in, of the type that the API gives it. Without `params`, nothing is asked yet. */
export function useGet<P extends Inside>(path: P, params: Params<P> | undefined): Asked<Answer<P>> {
  return useAsk<Answer<P>>(params === undefined ? null : addressOf(path, params))
}

type In<P extends string> = `/collections/{collection}${P}`

/** `/claims/{key}`: what stands behind a collection in an address. */
type Inside = { [P in keyof Get]: P extends In<infer Rest> ? Rest : never }[keyof Get]

type Operation<P extends Inside> = Get[In<P> & keyof Get]
type Params<P extends Inside> = Omit<Operation<P>['params'], 'collection'>
type Answer<P extends Inside> = Operation<P>['answer']
