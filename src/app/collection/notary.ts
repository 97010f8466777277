import { postWithin } from '../../adapters/notary/post.ts'
import { openNotary } from '../../adapters/notary/rfc3161.ts'
import type { Notary } from '../../ports/notary.ts'

/** The authority at an address. */
export const notaryAt = (address: string): Notary => openNotary(address, postWithin())
