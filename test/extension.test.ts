import { describe, expect, it } from 'vitest'

/** A script of the extension: it has no types. */
const script: string = '../packaging/extension/inputs.js'
const { inputsOf } = (await import(script)) as { readonly inputsOf: (workbench: string) => string | undefined }

describe('the address of a workbench', () => {
  it.each([
    ['http://127.0.0.1:4126/collections/desk/claims?q=dam', 'http://127.0.0.1:4126/api/v1/collections/desk/inputs'],
    ['https://desk.example/collections/harbour', 'https://desk.example/api/v1/collections/harbour/inputs'],
    ['http://desk.example/collections/harbour', undefined],
    ['http://127.0.0.1:4126/', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('%j takes pages at %j', (workbench, inputs) => {
    expect(inputsOf(workbench)).toBe(inputs)
  })
})
