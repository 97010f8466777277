/**
 * Determiners, pronouns, conjunctions and auxiliary verbs of four letters and more. English makes no new ones: another word
 * tagged as one is a name or a noun that is only spelled like one ("wheat" like "what").
 */
export const closedWords: ReadonlySet<string> = new Set(
  (
    'that this these those each every some such many much more most both either neither none other others another several enough plenty ' +
    'half what which whichever whatever whose whom whoever whomever whosever when where they them their theirs your yours mine ours hers ' +
    'myself yourself himself herself itself ourselves yourselves themselves themself oneself someone somebody something anyone anybody ' +
    'anything everyone everybody everything nobody nothing there here quite rather less least fewer little same certain various ' +
    'plus minus nor versus until unless because while ' +
    'have having been being were does doing done will would shall should could might must ought need dare used gets getting gotten ' +
    'gonna wanna gotta thou thee thine thyself youse yall wont dont cant couldnt wouldnt isnt arent wasnt'
  ).split(' '),
)
