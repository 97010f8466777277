/** How the workbench looks on this machine: kept in this browser only. */
export interface Look {
  readonly theme: 'auto' | 'light' | 'dark'
  readonly rows: 'comfortable' | 'dense'
}

const kept = 'headwater-look'

export function look(): Look {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Look>
    return {
      theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'auto',
      rows: found.rows === 'dense' ? 'dense' : 'comfortable',
    }
  } catch {
    return { theme: 'auto', rows: 'comfortable' }
  }
}

export function keepLook(chosen: Look): void {
  try {
    localStorage.setItem(kept, JSON.stringify(chosen))
  } catch {
    // A browser that keeps nothing shows it until it is closed.
  }
  applyLook(chosen)
}

export function applyLook({ theme, rows }: Look = look()): void {
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.rows = rows
}
