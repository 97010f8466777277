import type { BaseBlock } from 'asn1js'

/** What a block of ASN.1 is made of; nothing for one that holds bytes. */
export const childrenOf = (block: BaseBlock | undefined): readonly BaseBlock[] => {
  const { value } = (block?.valueBlock ?? {}) as { readonly value?: unknown }
  return Array.isArray(value) ? (value as readonly BaseBlock[]) : []
}

/** The bytes that a block holds, without its tag and length, as they came; none of no block. */
export const contentOf = (block: BaseBlock | undefined): Buffer => {
  const bytes = block?.valueBeforeDecodeView ?? new Uint8Array()
  return Buffer.from(bytes.subarray(bytes.length - (block?.lenBlock.length ?? 0)))
}
