import { closeDialog, openDialog } from '../ui/dialog.ts'
import { find, make } from '../ui/dom.ts'
import { type Entry, labelOf } from '../ui/entries.ts'

/**
 * A contact sheet of all slides by act, as links, built when it is first opened; `drawStill` draws nothing while the keyframes are
 * still under way. Returns the function that opens it at a slide.
 */
export function createOverview(
  entries: readonly Entry[],
  drawStill: (index: number) => string,
  goTo: (id: string) => void,
): (index: number) => void {
  const dialog = find<HTMLDialogElement>('#overview')
  const sheet = find<HTMLElement>('.sheets', dialog)
  sheet.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null
    if (!link?.dataset.id) return
    event.preventDefault()
    closeDialog(dialog)
    goTo(link.dataset.id)
  })
  dialog.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'o') closeDialog(dialog)
    else if (!moveFocus(sheet, event.key)) return
    event.preventDefault()
  })
  return (index) => {
    if (sheet.childElementCount === 0)
      for (const act of Map.groupBy(entries, (entry) => entry.act).values()) sheet.append(group(act, drawStill))
    openDialog(dialog)
    const links = [...sheet.querySelectorAll<HTMLElement>('[data-id]')]
    for (const [position, link] of links.entries()) {
      if (position === index) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    links[index]?.focus()
    links[index]?.scrollIntoView({ block: 'center' })
  }
}

function group(act: readonly Entry[], drawStill: (index: number) => string): HTMLElement {
  return make('section', '', make('h3', '', act[0]?.act ?? ''), make('ol', '', ...act.map((entry) => cell(entry, drawStill))))
}

function cell(entry: Entry, drawStill: (index: number) => string): HTMLElement {
  const picture = make('span', 'thumbnail')
  picture.ariaHidden = 'true'
  picture.innerHTML = drawStill(entry.state)
  const link = make('a', '', picture, make('span', 'label', labelOf(entry)))
  link.href = `#/${entry.id}`
  link.dataset.id = entry.id
  return make('li', '', link)
}

/** Arrow keys move between thumbnails, up and down to the nearest one of the next row. */
function moveFocus(sheet: HTMLElement, key: string): boolean {
  const links = [...sheet.querySelectorAll<HTMLElement>('[data-id]')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const onward = document.dir === 'rtl' ? -1 : 1
  const target = { ArrowRight: links[at + onward], ArrowLeft: links[at - onward], Home: links[0], End: links.at(-1) }[key]
  const next =
    target ?? (key === 'ArrowDown' || key === 'ArrowUp' ? nearestInRow(links, at, key === 'ArrowDown' ? 1 : -1) : undefined)
  next?.focus()
  return next !== undefined
}

function nearestInRow(links: readonly HTMLElement[], at: number, direction: 1 | -1): HTMLElement | undefined {
  const boxes = new Map(links.map((link) => [link, link.getBoundingClientRect()]))
  const { left = 0, top = 0 } = links[at]?.getBoundingClientRect() ?? {}
  const down = (link: HTMLElement) => ((boxes.get(link)?.top ?? 0) - top) * direction
  const across = (link: HTMLElement) => Math.abs((boxes.get(link)?.left ?? 0) - left)
  const ahead = links.filter((link) => down(link) > 1)
  // A row is far from the next one, and what is in it differs by less than a pixel.
  return ahead.sort((a, b) => Math.round(down(a) - down(b)) || across(a) - across(b))[0]
}
