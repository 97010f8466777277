import { type OpenIdOptions, openIdProvider } from '../../adapters/identity/openid.ts'
import type { IdentityProvider } from '../../ports/identity.ts'

/** Who else says who people are, for those who start the server. */
export const identityProvider = (options: OpenIdOptions): IdentityProvider => openIdProvider(options)
