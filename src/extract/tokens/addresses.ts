import type { Span } from '../../model/span.ts'

/**
 * Web addresses, domain names ("twz.com"), mail addresses and names of files ("memo.pdf") in a text, in its order.
 *
 * One walk over the unbroken words; nothing is looked at twice, however long a chain of hyphens or stops is.
 */
export function addressesIn(text: string): readonly Span[] {
  const found: Span[] = []
  if (!text.includes('.') && !text.includes('://')) return found
  for (const { index, 0: run } of text.matchAll(/\S+/g)) {
    if (!run.includes('.') && !run.includes('://')) continue
    const scheme = /(?<![\p{L}\p{N}])https?:\/\/\S/u.exec(run)
    const before = scheme ? run.slice(0, scheme.index) : run
    for (const { start, end } of domainsIn(before)) found.push({ start: index + start, end: index + end })
    if (scheme) found.push({ start: index + scheme.index, end: index + run.length - marksAfter(run) })
  }
  return found
}

/** Marks of the sentence at the end of an address. */
function marksAfter(run: string): number {
  let end = run.length
  while (end > 0 && /[.,;:!?'"’”»)\]}>]/.test(run.charAt(end - 1))) end--
  return run.length - end
}

/** The letters, digits, hyphens and stops that may make up a name on the net. */
function* domainsIn(run: string): Generator<Span> {
  for (const { index, 0: chain } of run.matchAll(/[\p{L}\p{N}._-]+/gu)) {
    // "ana.holm@polar.example": the mailbox comes with what stands behind the sign.
    if (!chain.includes('.') || run[index + chain.length] === '@') continue
    let start = index
    let labels: string[] = []
    for (const label of [...chain.split('.'), '']) {
      if (label === '') {
        const domain = domainOf(labels) ?? fileOf(labels)
        if (domain) yield withMailbox(run, start + domain.start, start + domain.end)
        start += labels.reduce((sum, { length }) => sum + length + 1, 1)
        labels = []
      } else labels.push(label)
    }
  }
}

/** The longest run of labels from the first one on that ends in a known ending; a hyphen may follow it ("twz.com-led"). */
function domainOf(labels: readonly string[]): Span | undefined {
  const lead = /^-*/.exec(labels[0] ?? '')?.[0].length ?? 0
  const lengths: number[] = []
  let at = 0
  for (const label of labels) {
    lengths.push(at)
    at += label.length + 1
  }
  for (let last = labels.length - 1; last > 0; last--) {
    const name = labels[last] ?? ''
    const ending = /^[a-z]{2,8}(?![\p{L}\p{N}])/u.exec(name.slice(0, 9))?.[0]
    if (!ending || !(ending.length === 2 || endings.has(ending))) continue
    const own = labels[last - 1] ?? ''
    if (/^(?:am|pm)$/.test(ending) && /^\d+$/.test(own)) continue
    // "the U.S.in" lacks a space.
    if (last > 1 && ending.length === 2 && labels.slice(0, last).every((label) => /^\p{L}$/u.test(label))) continue
    if ((labels[0] ?? '').length === lead) return undefined
    return { start: lead, end: (lengths[last] ?? 0) + ending.length }
  }
  return undefined
}

/** "memo.pdf", "sites.2.xls"; "comp.sources.unix", a newsgroup. */
function fileOf(labels: readonly string[]): Span | undefined {
  const last = labels.length - 1
  if (last < 1) return undefined
  const file = extensions.has((labels[last] ?? '').toLowerCase())
  if (!file && !(last > 1 && labels.every((label) => /^[a-z-]{3,16}$/.test(label)))) return undefined
  return { start: 0, end: labels.reduce((sum, { length }) => sum + length + 1, -1) }
}

const extensions: ReadonlySet<string> = new Set(
  'doc docx pdf xls xlsx ppt pptx csv txt rtf htm html xml json zip jpg jpeg png gif svg mp3 mp4 avi mov exe eml url'.split(
    ' ',
  ),
)

const endings: ReadonlySet<string> = new Set(
  'com org net info gov edu mil int tv me news press media example'.split(' '),
)

/** "desk@kystposten.example": the name before the sign belongs to the address. A mailbox has at most 64 letters (RFC 5321). */
function withMailbox(run: string, start: number, end: number): Span {
  if (run[start - 1] !== '@') return { start, end }
  const box = /[\p{L}\p{N}._%+-]{1,64}$/u.exec(run.slice(Math.max(0, start - 65), start - 1))
  return { start: start - (box ? box[0].length + 1 : 0), end }
}
