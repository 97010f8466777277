/** Whether statements are read in a language; "und" is a text too short to tell. Of others, only figures, dates, links and copies are. */
export const isRead = (language: string): boolean => language === 'en' || language === 'und'
