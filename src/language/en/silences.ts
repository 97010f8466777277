/**
 * Words for keeping silent or not knowing: "did not comment", "was told nothing", "could not be reached". Such a sentence
 * has a negation in it and still denies nothing. Lower case; collected from general knowledge of news English.
 */
export const silences: readonly string[] =
  'comment|comments|respond|responded|response|reply|replied|answer|answered|talk|speak|disclose|disclosed|reveal|say how|say what|say when|say whether|say who|say why|been told|was told|were told|informed|reached us|received|aware|authorised|authorized|available|be reached|know|knows|known|given a figure|give a figure|give details|elaborate|named|identified|disputed|unclear|contacted|yet'.split(
    '|',
  )

/** Verbs of plain telling. Where one is denied ("did not say"), nothing was told; who "did not deny" or "did not rule out" told something. Lemmas. */
export const tellingVerbs: ReadonlySet<string> = new Set('say tell disclose reveal specify'.split(' '))

/** What follows is asked, not told: "did not say [when] it would reopen". */
export const questionWords: ReadonlySet<string> = new Set(
  'if whether when where why how who whom whose what which'.split(' '),
)

/** Who stands for no voice: "nobody said", "none of them said", "no one said", "no official said". */
export const nobodies: ReadonlySet<string> = new Set('nobody none neither no-one'.split(' '))

/** After nobody these let somebody through: "nobody but the mayor said". */
export const exceptions: ReadonlySet<string> = new Set('but except besides save other'.split(' '))
