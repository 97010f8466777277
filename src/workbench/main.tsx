import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { askAhead } from './answers/ask.ts'
import { App } from './app.tsx'
import { applyLook } from './settings/look.ts'
import './style/style.css'

applyLook()
// Every first screen waits for both; asked here, neither waits for the other.
askAhead('/me', '/collections')
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
