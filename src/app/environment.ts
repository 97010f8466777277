/** Every variable of the environment that the program heeds, with what it is for. A new one is one line here. */
export const variables: readonly { readonly name: string; readonly says: string }[] = [
  { name: 'HEADWATER_COLLECTION', says: 'the collection of every command that is not given --collection' },
  {
    name: 'HEADWATER_BLOBS',
    says: 'where the bytes of captures are kept apart from the collection: s3://bucket/prefix, or file:///srv/captures',
  },
  { name: 'HEADWATER_USER', says: 'who works here, as the log of a collection names them; the account when not set' },
  { name: 'HEADWATER_WEBHOOK_SECRET', says: 'what alerts are signed with when they are sent to a webhook' },
  { name: 'HEADWATER_OIDC_SECRET', says: 'what a server for a team shows to the OpenID Connect issuer it names' },
  {
    name: 'HEADWATER_TOKEN',
    says: 'what whoever asks serve or mcp has to show; --token would stand in the list of processes',
  },
  { name: 'HEADWATER_QUEUE_PASSWORD', says: 'the password of the user who stands in --queue' },
  { name: 'HEADWATER_QUEUE_TOKEN', says: 'the token that a queue wants to see, in place of a user' },
  {
    name: 'HEADWATER_QUEUE_CREDENTIALS',
    says: 'the file with the credentials that a queue wants to see; --queue-credentials goes before it',
  },
  {
    name: 'HEADWATER_LOG',
    says: 'json: what is told on standard error comes as lines of JSON, and what a server does too',
  },
  { name: 'HEADWATER_MODEL_KEY', says: 'what suggest shows to a model that is neither OpenAI’s nor Anthropic’s' },
  { name: 'OPENAI_API_KEY', says: 'what suggest shows to OpenAI, and to nobody else' },
  { name: 'ANTHROPIC_API_KEY', says: 'what suggest shows to Anthropic, and to nobody else' },
]

/** Heeded by the project's own tests and benchmarks. */
export const forDevelopment: readonly string[] = ['HEADWATER_NOTHING_SKIPPED', 'HEADWATER_BUILD', 'HEADWATER_SEED']

/** Set beside the above for the program that an alert starts, never read. */
export const handedOn = 'HEADWATER_ALERT_'
