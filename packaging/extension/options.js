import { inputsOf } from './inputs.js'

const form = document.querySelector('form')
const status = document.querySelector('[role="status"]')
const kept = await chrome.storage.local.get(['workbench', 'token'])
for (const name of ['workbench', 'token']) form.elements[name].value = kept[name] ?? ''

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { workbench, token } = Object.fromEntries(new FormData(form))
  const inputs = inputsOf(workbench)
  if (!inputs) {
    status.textContent =
      'This is no address of a collection: it has /collections/ in it, and https unless it is this machine.'
    return
  }
  const { protocol, origin } = new URL(inputs)
  // Asked for one desk only, and only when it is not this machine.
  if (protocol === 'https:' && !(await chrome.permissions.request({ origins: [`${origin}/*`] }))) return
  await chrome.storage.local.set({ workbench, token })
  status.textContent = 'Kept. A click on the button sends the page you see.'
})
