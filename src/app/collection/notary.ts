import { postTo } from '../../adapters/notary/post.ts'
import { openNotary } from '../../adapters/notary/rfc3161.ts'
import type { Notary } from '../../ports/notary.ts'

/** The authority at an address; one in a private network only where that is allowed. */
export const notaryAt = (address: string, allowPrivate = false): Notary => openNotary(address, postTo({ allowPrivate }))
