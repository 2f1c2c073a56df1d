import { holdPlace } from './kept-place.ts'
import { renewStyles } from './live-styles.ts'
import { fileElements, type PageParts, takeAttributes, UNITS } from './page-parts.ts'
import { RENEWED } from './renewal.ts'

/**
 * Takes over what differs between the page as it was sent and as it would be sent now: whole slides and steps, keyframes, style
 * sheets. Elements stay the same ones, so that nothing of the page's scripts is lost. False when it needs to be loaded anew.
 */
export function renewPage(before: PageParts, after: PageParts): boolean {
  if (before.shell !== after.shell || before.units.length !== after.units.length) return false
  const live = [...document.querySelectorAll<HTMLElement>(UNITS)]
  if (live.length < after.units.length) return false
  const place = holdPlace()
  for (const [index, { element, html }] of after.units.entries()) {
    const shown = live[index] as HTMLElement
    takeAttributes(shown, element)
    if (html !== before.units[index]?.html) shown.replaceChildren(...[...element.cloneNode(true).childNodes])
  }
  const files = fileElements(document)
  for (const [index, element] of fileElements(after.root).entries()) {
    const shown = files[index]
    if (shown) takeAttributes(shown, element)
  }
  const styled = renewStyles(after.root, place.put)
  document.dispatchEvent(new Event(RENEWED))
  place.put()
  void styled.then(place.release)
  return true
}
