import { closeDialog, openDialog } from '../ui/dialog.ts'
import { find, make } from '../ui/dom.ts'
import { type Entry, labelOf } from '../ui/entries.ts'
import { findEntries } from '../ui/match.ts'

/**
 * The dialog that finds a slide by rank or by part of its name; arrow keys choose, Enter goes there. It is a combobox
 * with a list, after the pattern of the ARIA authoring guide. Returns the function that opens it, with a first query if given.
 */
export function createJump(entries: readonly Entry[], goTo: (id: string) => void): (query?: string) => void {
  const dialog = find<HTMLDialogElement>('#jump')
  const input = find<HTMLInputElement>('input', dialog)
  const list = find<HTMLElement>('[role=listbox]', dialog)
  const status = find<HTMLElement>('[role=status]', dialog)
  let found: Entry[] = []
  let active = 0

  const draw = () => {
    list.replaceChildren(...found.map((entry, position) => option(entry, position, position === active)))
    input.setAttribute('aria-expanded', String(found.length > 0))
    if (found.length > 0) input.setAttribute('aria-activedescendant', `jump-${active}`)
    else input.removeAttribute('aria-activedescendant')
    status.textContent = input.value.trim() === '' ? '' : countOf(status, found.length)
  }
  const search = () => {
    found = findEntries(entries, input.value)
    active = 0
    draw()
  }
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    closeDialog(dialog)
    goTo(entry.id)
  }
  const move = (by: number) => {
    if (found.length > 0) active = (active + by + found.length) % found.length
    draw()
  }

  input.addEventListener('input', search)
  input.addEventListener('keydown', (event) => {
    const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => choose(found[active]) }[event.key]
    if (!act || event.isComposing) return
    event.preventDefault()
    act()
  })
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null
    choose(found[Number(item?.dataset.position)])
  })
  return (query = '') => {
    openDialog(dialog)
    input.value = query
    search()
    input.focus()
  }
}

function option(entry: Entry, position: number, selected: boolean): HTMLElement {
  const item = make('li', '', make('span', 'label', labelOf(entry)))
  if (entry.rank !== undefined) item.append(' ', make('span', 'hint', entry.title))
  item.id = `jump-${position}`
  item.role = 'option'
  item.ariaSelected = String(selected)
  item.dataset.position = String(position)
  return item
}

/** The page brings the words, one text for each plural form of its language. */
function countOf({ dataset }: HTMLElement, results: number): string {
  const form = results === 0 ? 'zero' : new Intl.PluralRules(document.documentElement.lang).select(results)
  return (dataset[form] ?? dataset.other ?? '').replace('{}', String(results))
}
