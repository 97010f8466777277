/** How far a bundle may be handed on, in the words of the Traffic Light Protocol 1.0, which STIX 2.1 has built in. `white` is what version 2.0 calls clear. */
export const markingNames = ['white', 'green', 'amber', 'red'] as const

export type Marking = (typeof markingNames)[number]
