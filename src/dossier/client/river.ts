/** A pointer over a box of the river, or the keyboard on its link, brings its lines out; the others step back. */
export function bringOutLines(): void {
  for (const river of document.querySelectorAll('.river-drawing')) {
    const lines = [...river.querySelectorAll('.flow')]
    const bringOut = ({ target }: Event) => {
      const box = target instanceof Element ? target.closest('[data-node]') : null
      const node = box?.getAttribute('data-node') ?? undefined
      for (const line of lines) {
        const ends = line.getAttribute('data-ends')?.split(' ') ?? []
        line.classList.toggle('near', node !== undefined && ends.includes(node))
        line.classList.toggle('far', node !== undefined && !ends.includes(node))
      }
    }
    for (const kind of ['pointerover', 'pointerleave', 'focusin', 'focusout']) river.addEventListener(kind, bringOut)
  }
}
