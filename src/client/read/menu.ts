import { find } from '../ui/dom.ts'

/** The menu opens and closes by itself; it also closes when something in it is chosen, on Escape and on a click elsewhere. */
export function createMenu(): { close(): void } {
  const menu = find<HTMLDetailsElement>('.menu')
  const close = () => {
    menu.open = false
  }
  document.addEventListener('click', ({ target }) => {
    const isInside = target instanceof Element && menu.contains(target)
    if (!isInside || target.closest('a')) close()
  })
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    close()
    find<HTMLElement>('summary', menu).focus()
  })
  return { close }
}
