/** Words that open a clause which cannot be read alone: it leans on the words before it. */
export const leaning: ReadonlySet<string> = new Set(
  (
    'after although and as because before but despite during even except following for from however if in including like moreover nor of on only or ' +
    'presumably rather since so such than that though to unless until upon when where whereas whether which while who whom whose why with without yet'
  ).split(' '),
)

/** Words that open a clause whose subject stands in another sentence, or is left out. */
export const pointing: ReadonlySet<string> = new Set(
  (
    'another can could did do does had has have he her his is it its may might must our she should that their them there these they this those ' +
    'was we were will would you your i my'
  ).split(' '),
)
