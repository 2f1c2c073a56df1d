/** Runs in a page: what stands outside of its window, or is cut off by the box it is in. */
export function findLost(): string[] {
  const lost: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>(
    '.where span, .switches *, .kicker, .headline, .figure, .caption, .body p, .fact *, .source, h1, svg text',
  )) {
    const box = element.getBoundingClientRect()
    if (
      box.width === 0 ||
      element.matches('.visually-hidden') ||
      element.closest('section:not(.present), dialog, details:not([open]) > div')
    )
      continue
    if (box.left < -1 || box.right > innerWidth + 1) lost.push(`${element.className || element.tagName}: ${element.textContent}`)
    if (getComputedStyle(element).overflow === 'hidden' && element.scrollWidth > element.clientWidth + 1)
      lost.push(`cut: ${element.textContent}`)
  }
  return lost
}
