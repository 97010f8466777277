import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A mark that occurs in none of some texts, so that none of them can end what is fenced in with it. It is made of the texts alone: the same
 * texts get the same mark, and whoever writes one would have to find a text that holds a part of its own digest; where one does, another mark
 * is taken.
 *
 * @param digits hexadecimal digits of the mark
 */
export function fenceFor(texts: readonly string[], digits = 8): string {
  const seed = bytesToHex(sha256(utf8ToBytes(texts.map((text) => `${text.length}:${text}`).join(''))))
  for (let turn = 0; ; turn++) {
    const mark = bytesToHex(sha256(utf8ToBytes(`${turn} ${seed}`))).slice(0, digits)
    // Whoever forges one writes it in whatever case.
    if (!texts.some((text) => text.toLowerCase().includes(mark))) return mark
  }
}
