/**
 * Weights of `featureNames`, in that order: a logistic regression made by scripts/train-paraphrase.ts from the training part
 * of the Microsoft Research Paraphrase Corpus (Dolan and Brockett 2005), 3,576 pairs, 2026-11. Numbers only; none of its text.
 */
export const paraphraseWeights: readonly number[] = [
  -4.324, 0.975, 1.083, 1.099, -2.421, 2.074, 0.099, 1.423, 1.127, 3.247, -0.11, -0.218, -0.484, -0.874, -1.486,
]
