import { holdPosition } from './reading-position.ts'
import { RENEWED } from './renewal.ts'

/** A page as it was sent: its slides, steps or sheets, and all the rest as one text. */
export interface SentPage {
  units: readonly Element[]
  shell: string
}

/** Selector of what has texts of its own: slides, steps of the reading page, slides of the speaker view, pages of the handout. */
const UNITS = '.slides > section, article.step, .script > article, section.sheet'

/** Takes stock of a page before its scripts change it. */
export function readPage(root: Document): SentPage {
  const copy = root.documentElement.cloneNode(true) as Element
  const units = [...copy.querySelectorAll(UNITS)]
  for (const unit of units) unit.replaceWith('unit')
  // Without scripts, as the next page is read, `noscript` has elements.
  for (const part of copy.querySelectorAll('script[data-version], meta, noscript')) part.remove()
  return { units, shell: copy.outerHTML }
}

/**
 * Exchanges the texts of slides and steps that were sent otherwise the last time; the elements around them stay, so that nothing of
 * the page's scripts is lost. False when more has changed, such as a style sheet or a chart: the page must then be loaded anew.
 */
export function exchangeTexts(before: SentPage, after: SentPage): boolean {
  const shown = [...document.querySelectorAll(UNITS)]
  if (before.shell !== after.shell || shown.length < after.units.length) return false
  const release = holdPosition()
  for (const [index, unit] of after.units.entries()) {
    const [old, element] = [before.units[index], shown[index]]
    if (!old || !element || old.isEqualNode(unit)) continue
    for (const { name } of [...old.attributes, ...unit.attributes]) {
      const value = unit.getAttribute(name)
      if (value === old.getAttribute(name)) continue
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, value)
    }
    element.replaceChildren(...unit.cloneNode(true).childNodes)
  }
  document.dispatchEvent(new Event(RENEWED))
  release()
  return true
}
