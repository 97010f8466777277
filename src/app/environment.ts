/** Every variable of the environment that the program heeds, with what it is for. A new one is one line here. */
export const variables: readonly { readonly name: string; readonly says: string }[] = [
  { name: 'HEADWATER_COLLECTION', says: 'the collection of every command that is not given --collection' },
  { name: 'HEADWATER_USER', says: 'who works here, as the log of a collection names them; the account when not set' },
  { name: 'HEADWATER_WEBHOOK_SECRET', says: 'what alerts are signed with when they are sent to a webhook' },
  { name: 'HEADWATER_OIDC_SECRET', says: 'what a server for a team shows to the OpenID Connect issuer it names' },
]

/** Set beside the above for the program that an alert starts, never read. */
export const handedOn = 'HEADWATER_ALERT_'
