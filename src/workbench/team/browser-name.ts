/**
 * What people call a browser and the machine it is on, by what it says of itself (`User-Agent`): "Firefox on Windows". The first that fits:
 * most browsers name others, too. Undefined for what is none of these.
 */
export function browserName(agent: string): string | undefined {
  const browser = browsers.find(([sign]) => sign.test(agent))?.[1]
  const machine = machines.find(([sign]) => sign.test(agent))?.[1]
  return browser && (machine ? `${browser} on ${machine}` : browser)
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/\S+ .*\bSafari\//, 'Safari'],
]

const machines: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]
