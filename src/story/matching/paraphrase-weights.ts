/**
 * Weights of `featureNames`, in that order: a logistic regression made by scripts/train-paraphrase.ts from the training part
 * of the Microsoft Research Paraphrase Corpus (Dolan and Brockett 2005), 3,576 pairs, 2026-11. Numbers only; none of its text.
 */
export const paraphraseWeights: readonly number[] = [
  -4.399, 1.383, 1.371, -2.474, 2.25, 0.301, 1.444, 1.235, 3.309, -0.197, -0.314, -0.499, -0.903, -1.357,
]
