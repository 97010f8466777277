/**
 * Words for keeping silent or not knowing: "did not comment", "was told nothing", "could not be reached". Such a sentence
 * has a negation in it and still denies nothing. Lower case; collected from general knowledge of news English.
 */
export const silences: readonly string[] =
  'comment|comments|respond|responded|response|reply|replied|answer|answered|talk|speak|disclose|disclosed|reveal|say how|say what|say when|say whether|say who|say why|been told|was told|were told|informed|reached us|received|aware|authorised|authorized|available|be reached|know|knows|known|given a figure|give a figure|give details|elaborate|named|identified|disputed|unclear|contacted|yet'.split(
    '|',
  )
