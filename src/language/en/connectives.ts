/** Words that put one counted thing beside another: "97 dead [and] 14 missing", "12 nurses, [along with] 40 drivers". Longest first. */
export const besides: readonly (readonly string[])[] = [
  'along with',
  'alongside',
  'together with',
  'as well as',
  'in addition to',
  'and also',
  'and',
  'plus',
].map((phrase) => phrase.split(' '))

/** Words that put what is meant to be beside what is: "makes 40 a day, [with plans to] make 90". */
export const intentions: readonly (readonly string[])[] = [
  'with intentions to',
  'with the intention to',
  'with an intention to',
  'with plans to',
  'with a plan to',
  'with ambitions to',
  'with hopes to',
  'with the aim to',
  'with the goal to',
].map((phrase) => phrase.split(' '))

/** May stand between such words and the number: "and [another] 14", "plus [a further] 200". */
export const additions: ReadonlySet<string> = new Set('a an another further additional the some other more'.split(' '))

/** Words that set another figure against the one before a comma: "12 tonnes, [against] 16 in the year before". Longest first. */
export const contrasts: readonly (readonly string[])[] = [
  'compared with',
  'compared to',
  'as against',
  'out of',
  'against',
  'versus',
].map((phrase) => phrase.split(' '))

/** Words that lead to what an amount is measured by: "13 per cent [below] last year's 12 tonnes". */
export const comparisons: ReadonlySet<string> = new Set('than below beneath under above over against'.split(' '))
