import { describe, expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { large } from '../../../test/fixtures/large.ts'
import { columns } from './columns.ts'
import { terminalReport } from './terminal.ts'

describe('terminal report', () => {
  it('opens with the story in figures', () => {
    const report = terminalReport(glassworks(), { width: 100, colour: false }).replace(/\s+/g, ' ')

    expect(report).toContain('9 reports by 8 outlets, no claim with more than 2 independent origins.')
    expect(report).toContain('3 reports add nothing of their own.')
  })

  it('is one screen when it is to be brief', () => {
    const brief = terminalReport(glassworks(), { width: 80, colour: false, brief: true }).split('\n')
    const whole = terminalReport(glassworks(), { width: 80, colour: false })

    const opening = brief.slice(0, brief.indexOf('Most worth a look'))
    expect(opening.length).toBeGreaterThan(3)
    expect(whole.startsWith(opening.join('\n'))).toBe(true)
    const first = brief.slice(opening.length + 1)
    expect(first.slice(0, first.indexOf('')).filter((line) => /^ {4}\S/.test(line))).toHaveLength(3)
    expect(brief).toContain('Not read')
    expect(brief.length).toBeLessThan(25)
    expect(brief.join('\n')).not.toContain('←')
  })

  it('walks every trail to the one who said it first', () => {
    const report = terminalReport(glassworks(), { width: 160, colour: false })

    expect(report).toContain('The Daily Skerry ⇠ Baltic Wire ← Norrvik Courier ← Marta Lind')
    expect(report).toContain('Baltic Wire ← Norrvik Courier ← two people briefed on the talks (not established)')
  })

  it.each([40, 60, 80, 120, 160])('never writes beyond column %i', (width) => {
    const lines = terminalReport(glassworks(), { width, colour: false, why: true }).split('\n')

    expect(lines.filter((line) => columns(line) > width)).toEqual([])
  })

  it('puts the two quotations beside each other where there is room', () => {
    const wide = terminalReport(glassworks(), { width: 160, colour: false })

    expect(wide).toMatch(/− Baltic Wire: .* \+ Market Pulse Today: /)
  })

  it('uses no control code unless colour is asked for', () => {
    const esc = String.fromCharCode(27)

    expect(terminalReport(glassworks(), { width: 80, colour: false })).not.toContain(esc)
    expect(terminalReport(glassworks(), { width: 80, colour: true })).toContain(`${esc}[1m`)
  })

  it('lets no article drive the terminal', () => {
    const report = glassworks()
    const hostile = {
      ...report,
      claims: report.claims.map((claim) => ({ ...claim, gist: 'a\u001B]0;owned\u0007b\u202Ec' })),
    }

    expect(terminalReport(hostile, { width: 80, colour: false })).not.toMatch(/[\u001B\u0007\u202E]/)
  })

  it('shows only what is asked for', () => {
    const only = terminalReport(glassworks(), { width: 80, colour: false, only: ['hedge'] })

    expect(only).toContain('The main furnace may be switched off in April')
    expect(only).not.toContain('bottles a month')
  })

  it('stays a few screens long, however many claims there are', () => {
    const lines = terminalReport(large(5, 80), { width: 80, colour: false }).split('\n').length

    expect(lines).toBeLessThan(450)
    expect(terminalReport(large(5, 80), { width: 80, colour: false })).toMatch(/and \d+ more, shown with --why/)
  })

  it('is written within seconds for statements of a million marks', () => {
    const report = glassworks()
    const quote = '"a [1 '.repeat(170_000)
    const statements = report.statements.map((statement) => ({ ...statement, quote: quote + statement.id }))
    const claims = report.claims.map((claim) => ({ ...claim, gist: quote }))
    const started = performance.now()
    terminalReport({ ...report, statements, claims }, { width: 80, colour: false })

    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('names the rule behind every hop when asked why', () => {
    expect(terminalReport(glassworks(), { width: 120, colour: false, why: true })).toContain('[copying/aligned]')
  })

  it('never judges a claim', () => {
    expect(terminalReport(glassworks(), { width: 80, colour: false, why: true })).not.toMatch(
      /\b(true|false|verified|debunked)\b/i,
    )
  })
})

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['👍', 2],
  ])('%s takes %i', (text, width) => {
    expect(columns(text)).toBe(width)
  })
})
