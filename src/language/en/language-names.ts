/** English names of languages: "Translated from French" says what it was translated from, not who said it. Lower case. */
export const languageNames: ReadonlySet<string> = new Set(
  (
    'afrikaans albanian amharic arabic armenian azerbaijani azeri belarusian bengali bosnian bulgarian burmese cantonese catalan ' +
    'chinese croatian czech danish dari dutch english estonian farsi finnish french georgian german greek gujarati hausa hebrew ' +
    'hindi hungarian icelandic igbo indonesian irish italian japanese kazakh khmer korean kurdish kyrgyz lao latvian lithuanian ' +
    'macedonian malay mandarin mongolian nepali norwegian pashto persian polish portuguese punjabi romanian russian serbian ' +
    'sinhala slovak slovene slovenian somali spanish swahili swedish tagalog tajik tamil telugu thai tigrinya turkish turkmen ' +
    'ukrainian urdu uyghur uzbek vietnamese welsh yoruba zulu'
  ).split(' '),
)
