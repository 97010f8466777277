import { describe, expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { htmlDossier } from '../../dossier/dossier.tsx'
import type { Report } from '../../model/report.ts'
import { markdownReport } from '../markdown/markdown.ts'
import { terminalReport } from '../terminal/terminal.ts'
import { handWorkOn } from './hand-words.ts'
import { lookup } from './lookup.ts'

/** The glassworks after an evening's work of one person. */
const corrected = (): Report => {
  const report = glassworks()
  const by = { by: 'Runa Holt', at: '2031-05-06T09:00:00Z' }
  return {
    ...report,
    sources: report.sources.map((source) =>
      source.id === 's1'
        ? { ...source, decisions: ['d1'], grade: { letter: 'B', reason: 'has the list of names' } }
        : source,
    ),
    claims: report.claims.map((claim) =>
      claim.id === 'c1' ? { ...claim, decisions: ['d2'], reliability: { s1: 'B' } } : claim,
    ),
    derivations: report.derivations.map((one) => (one.to === 'a3' ? { ...one, decisions: ['d3'] } : one)),
    annotations: [
      { on: { kind: 'claim', id: 'c1' }, kind: 'state', text: 'unverifiable', decision: 'd4', ...by },
      { on: { kind: 'claim', id: 'c1' }, kind: 'note', text: 'Ask <Lind> for the list.', decision: 'd5', ...by },
      { on: { kind: 'document', id: 'a3' }, kind: 'tag', text: 'copy', decision: 'd6', ...by },
    ],
    unapplied: [{ decision: 'd7', says: 'No voice called “Ole Dahl” is heard here.' }],
  }
}

const plain = { width: 100, colour: false }
const client = { script: '', style: '' }

describe('what people decided, in words', () => {
  it('says nothing of a claim that nobody touched', () => {
    const held = lookup(glassworks())
    expect(held.report.claims.flatMap((claim) => handWorkOn(held, claim))).toEqual([])
  })

  it('tells what of a claim was corrected, how its origins are graded and what was written on it', () => {
    const held = lookup(corrected())
    const [claim] = held.report.claims.filter(({ id }) => id === 'c1')
    const words = claim ? handWorkOn(held, claim).map((one) => one.words) : []
    expect(words[0]).toMatch(
      /^Corrected by hand: which statements it holds, who Marta Lind is and what The Daily Skerry was made from\.$/,
    )
    expect(words.slice(1)).toEqual([
      'Reliability of Marta Lind: B, has the list of names',
      'State: unverifiable (Runa Holt, 2031-05-06)',
      'Note: Ask <Lind> for the list. (Runa Holt, 2031-05-06)',
    ])
  })

  it.each<[string, (report: Report) => string]>([
    ['terminal', (report) => terminalReport(report, plain)],
    ['Markdown', (report) => markdownReport(report)],
    ['dossier', (report) => htmlDossier(report, client)],
  ])('stands in the %s, where nothing of it stood before', (_, write) => {
    const text = write(corrected())
    for (const words of [
      'orrected by hand',
      'has the list of names',
      'unverifiable',
      'Tag: copy',
      'Ole Dahl',
      'Decisions not applied',
    ]) {
      expect(text, words).toContain(words)
      expect(write(glassworks()), words).not.toContain(words)
    }
  })

  it('lets no tag of a note into the dossier', () => {
    expect(htmlDossier(corrected(), client)).not.toContain('<Lind>')
  })
})
