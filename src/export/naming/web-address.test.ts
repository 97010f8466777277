import { expect, it } from 'vitest'
import { webAddress } from './web-address.ts'

it.each([
  ['https://wire.example/wiki/Halvar_(glassworks)', 'https://wire.example/wiki/Halvar_(glassworks)'],
  ["https://wire.example/it's", "https://wire.example/it's"],
  ['https://a.example/x|y{z}?q=[1]^2`', 'https://a.example/x%7Cy%7Bz%7D?q=%5B1%5D%5E2%60'],
  ['https://a.example/100%?50%', 'https://a.example/100%25?50%25'],
  ['https://a.example/%7Ealready', 'https://a.example/%7Ealready'],
  ['https://a.example/#one#two', 'https://a.example/#one%23two'],
  ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
  ['https://übersicht.example/straße', 'https://xn--bersicht-55a.example/stra%C3%9Fe'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['not an address', undefined],
  [null, undefined],
])('%s is handed on as %s', (url, address) => {
  expect(webAddress(url)).toBe(address)
  // Nothing that RFC 3986 has no place for.
  expect(address ?? '').toMatch(/^(?:https:\/\/[\w.[\]:-]+(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9A-F]{2})*)?$/i)
})
