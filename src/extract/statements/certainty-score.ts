import { bias, layer, out, signs as packed } from '../../language/en/certainty-weights.data.ts'

/** A net with one hidden layer over signs that are seen or not seen. */
export interface CertaintyModel {
  readonly bias: number
  /** What each hidden cell starts from, and how much it adds to the sum once above zero. */
  readonly layer: readonly number[]
  readonly out: readonly number[]
  /** For each sign what it adds to the sum, then what it adds to each hidden cell. */
  readonly signs: ReadonlyMap<string, readonly number[]>
}

/**
 * How certain an event is by its signs: -3 certainly not, 0 open, +3 certainly so (FactBank's scale, Saurí and Pustejovsky 2009), to one
 * decimal. Signs are added up; where hidden cells light up, one sign changes what another means ("not" under "refused").
 */
export function certaintyScore(signs: Iterable<string>): number {
  model ??= openModel()
  return Math.round(Math.max(-3, Math.min(3, sumOf(model, signs))) * 10) / 10
}

function sumOf({ bias, layer, out, signs: known }: CertaintyModel, signs: Iterable<string>): number {
  let sum = bias
  const cells = [...layer]
  for (const sign of signs) {
    const weights = known.get(sign)
    if (!weights) continue
    sum += weights[0] ?? 0
    for (let k = 0; k < cells.length; k++) cells[k] = (cells[k] ?? 0) + (weights[k + 1] ?? 0)
  }
  return cells.reduce((total, cell, k) => total + Math.max(0, cell) * (out[k] ?? 0), sum)
}

let model: CertaintyModel | undefined

/** Weights are kept in hundredths, a sign and its numbers apart by blanks, the signs by bars. */
function openModel(): CertaintyModel {
  const known = new Map<string, readonly number[]>()
  for (const line of packed.split('|')) {
    const [sign = '', ...weights] = line.split(' ')
    known.set(
      sign,
      weights.map((weight) => Number(weight) / 100),
    )
  }
  return { bias, layer, out, signs: known }
}
