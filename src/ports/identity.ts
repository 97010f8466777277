/** Somebody elsewhere who says who people are (OpenID Connect). */
export interface IdentityProvider {
  /** For people: the name of its host. */
  readonly name: string
  /** Where the browser is to go, and what has to be known when it comes back. */
  begin(comeBackTo: string): Promise<{ readonly address: string; readonly expected: Expected }>
  /**
   * Who it was, from the address with which the browser came back.
   *
   * @throws Error when the answer is not to the question that was asked, or not from whom it should be
   */
  finish(cameBackWith: string, expected: Expected): Promise<Identity>
}

/** Known to this server only, once for each signing in. */
export interface Expected {
  readonly state: string
  readonly nonce: string
  /** PKCE (RFC 7636). */
  readonly verifier: string
}

export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** Only where the issuer says that it is theirs. */
  readonly verifiedEmail: string | null
  /** What they would like to be called, which may be taken or not be a name here. */
  readonly called: string | null
}
