// The few globals that Node, browsers and workers share, so that the core needs neither Node's types nor the DOM's.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array
}

/** Says stop to work under way; only handed on here. */
interface AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
}

declare class URL {
  constructor(url: string, base?: string | URL)
  static canParse(url: string, base?: string): boolean
  href: string
  readonly origin: string
  protocol: string
  host: string
  hostname: string
  pathname: string
  search: string
  readonly searchParams: URLSearchParams
  hash: string
}

declare class URLSearchParams {
  get(name: string): string | null
  delete(name: string): void
  keys(): IterableIterator<string>
}

/** Base64 to a string of bytes. */
declare function atob(base64: string): string

/** A program in bytes, and what it gives to the outside. */
declare namespace WebAssembly {
  function validate(bytes: Uint8Array): boolean
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: unknown
  }
}
