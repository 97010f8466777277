import type { Marking } from './marking-names.ts'
import type { StixObject } from './stix.ts'

/** The four objects that STIX 2.1 gives (section 7.2.1.4): nobody may make others for them. */
export const markings: Readonly<Record<Marking, StixObject>> = {
  white: marking('white', '613f2e26-407d-48c7-9eca-b8e91df99dc9'),
  green: marking('green', '34098fce-860f-48ae-8e50-ebd3cc5e41da'),
  amber: marking('amber', 'f88d31f6-486f-44da-b317-01333bde0b82'),
  red: marking('red', '5e57c739-391a-4eb3-b6be-7d15ca92d5ed'),
}

function marking(tlp: Marking, uuid: string): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${uuid}`,
    created: '2017-01-20T00:00:00.000Z',
    definition_type: 'tlp',
    name: `TLP:${tlp.toUpperCase()}`,
    definition: { tlp },
  }
}
