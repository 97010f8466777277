import { expect, it } from 'vitest'
import { canonicalWithin } from './canonical.ts'

it.each([
  ['https://courier.example/gate?utm_source=mail', 'https://courier.example/gate', 'https://courier.example/gate'],
  ['https://courier.example/gate/amp', '/gate', 'https://courier.example/gate'],
  ['http://m.courier.example/gate', 'https://www.courier.example/gate', 'https://www.courier.example/gate'],
  ['https://mirror.example/gate', 'https://courier.example/gate', undefined],
  ['https://courier.example/gate', 'https://courier.example/', undefined],
  ['https://courier.example/', 'https://www.courier.example/', 'https://www.courier.example/'],
  ['https://courier.example/gate', 'javascript:alert(1)', undefined],
  ['https://courier.example/gate', undefined, undefined],
  ['http://127.0.0.1:8080/gate', 'http://127.0.0.1:9090/gate', undefined],
])('%s that calls itself %s is %s', (url, declared, expected) => {
  expect(canonicalWithin(url, declared)).toBe(expected)
})
