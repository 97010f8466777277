import type { Capture } from '../capture.ts'

/** A single file packed by gzip, by how it begins. Packed web archives are asked before. */
export const isGzip = ({ bytes }: Capture): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
