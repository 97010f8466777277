import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { IdentityProvider } from '../../ports/identity.ts'

export interface OpenIdOptions {
  /** Of whoever says who people are. */
  readonly issuer: string
  readonly client: string
  readonly secret: string | undefined
}

/**
 * OpenID Connect: authorization code with PKCE, state and nonce; the signature, issuer, audience and time of the ID token are looked at by
 * openid-client. What the issuer publishes about itself is asked for when the first person comes, and again a day later.
 *
 * @throws TypeError when the issuer is no https address, this machine's own but
 */
export function openIdProvider({ issuer, client, secret }: OpenIdOptions): IdentityProvider {
  const address = new URL(issuer)
  if (!isSafe(address)) throw new TypeError(`an issuer has an address with https, and ${issuer} has none`)
  let [known, knownSince]: [Promise<Configuration> | undefined, number] = [undefined, 0]
  const configured = (): Promise<Configuration> => {
    if (known && performance.now() - knownSince < aDay) return known
    knownSince = performance.now()
    const asked = discovery(address, client, secret, secret === undefined ? None() : ClientSecretBasic(secret), {
      execute: address.protocol === 'http:' ? [allowInsecureRequests] : [],
      timeout: patience / 1000,
      [customFetch]: carefully,
    })
    known = asked
    asked.catch(() => {
      known = undefined
    })
    return asked
  }
  return {
    name: address.host,
    async begin(comeBackTo) {
      const expected = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const to = buildAuthorizationUrl(await configured(), {
        redirect_uri: comeBackTo,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(expected.verifier),
        code_challenge_method: 'S256',
        state: expected.state,
        nonce: expected.nonce,
      })
      return { address: to.href, expected }
    },
    async finish(cameBackWith, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configured(), new URL(cameBackWith), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('the issuer gave no ID token')
      const { iss, sub, email, email_verified: isVerified, preferred_username: called } = claims
      return {
        issuer: iss,
        subject: sub,
        verifiedEmail: typeof email === 'string' && isVerified === true ? email.toLowerCase() : null,
        called: typeof called === 'string' ? called : null,
      }
    },
  }
}

const aDay = 86_400_000

/** Milliseconds that the issuer may take for an answer, and bytes that it may have. */
const patience = 10_000
const most = 1024 * 1024

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(hostname))

/**
 * Asks addresses that the operator named, or that what they named leads to: in a company's network they may well be private, unlike what
 * reports lead to. Nothing goes unencrypted, nothing is redirected, and no answer is endless.
 */
const carefully: CustomFetch = async (address, init) => {
  if (!isSafe(new URL(address))) throw new Error(`${new URL(address).origin} is asked with https only`)
  const answer = await fetch(address, {
    ...(init as RequestInit),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > most) throw new Error(`${new URL(address).origin} answers with more than a megabyte`)
    parts.push(part)
  }
  return new Response(answer.status === 204 ? null : Buffer.concat(parts), answer)
}
