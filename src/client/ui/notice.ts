import { find, make } from './dom.ts'
import { type Entry, labelOf, nearestEntry } from './entries.ts'

/**
 * A line above the page that tells what did not work and offers the next best. The page brings the words, as attributes of the
 * element.
 */
export function createNotice(entries: readonly Entry[], goTo: (id: string) => void) {
  const element = find<HTMLElement>('.notice')
  const { dataset } = element
  const close = () => {
    element.hidden = true
    element.replaceChildren()
  }
  /** The link stands in the place of `{link}`, the name in that of `{}`. */
  const say = (text: string, link: HTMLAnchorElement, name = '') => {
    const button = make('button', '', dataset.close ?? '')
    button.type = 'button'
    button.addEventListener('click', close)
    link.addEventListener('click', close)
    element.hidden = false
    const [before = '', after = ''] = text.split('{link}')
    element.replaceChildren(
      before.replace('{}', () => name),
      link,
      after,
      ' ',
      button,
    )
  }
  return {
    close,
    /** There is nothing of this name; the slide with the nearest one is offered. */
    lost(name: string) {
      const entry = nearestEntry(entries, name)
      const link = make('a', '', labelOf(entry))
      link.href = `#${entry.id}`
      link.addEventListener('click', (event) => {
        event.preventDefault()
        goTo(entry.id)
      })
      say(dataset.lost ?? '', link, name)
    },
    /** The speaker view was not allowed to open. */
    blocked(page: string, target: string) {
      const link = make('a', '', dataset.open ?? '')
      Object.assign(link, { href: page, target, rel: 'opener' })
      say(dataset.blocked ?? '', link)
    },
  }
}
