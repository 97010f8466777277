// Hands the page that is shown to a collection: a click on the button, and no other time. Nothing is sent anywhere else.

import { inputsOf } from './inputs.js'

chrome.action.onClicked.addListener((tab) => void sent(tab))

/** Sends what one tab shows, and says on the button what came of it: OK, or ! with the reason in its title. */
async function sent(tab) {
  const says = (text, title) =>
    Promise.all([chrome.action.setBadgeText({ tabId: tab.id, text }), chrome.action.setTitle({ tabId: tab.id, title })])
  try {
    const { workbench = '', token = '' } = await chrome.storage.local.get(['workbench', 'token'])
    const inputs = inputsOf(workbench)
    if (!inputs || !token) {
      await chrome.runtime.openOptionsPage()
      return
    }
    await says('…', 'Sending')
    const [{ result: page }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: shown })
    const answer = await fetch(inputs, {
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ page }),
    })
    if (answer.ok) await says('OK', 'Handed in. The workbench shows what came of it.')
    else await says('!', (await answer.json().catch(() => ({}))).title ?? `The server answered ${answer.status}.`)
  } catch (error) {
    await says('!', `It could not be handed in: ${error.message}. Is the server there?`)
  }
}

/** Runs in the page: its address without what follows a number sign, and its HTML as it stands now, without scripts. */
function shown() {
  const copy = document.documentElement.cloneNode(true)
  for (const script of copy.querySelectorAll('script, noscript, template, iframe')) script.remove()
  for (const field of copy.querySelectorAll('input, textarea, select')) field.remove()
  return { url: location.href.split('#')[0], html: `<!doctype html>${copy.outerHTML}` }
}
