import { find, make } from '../ui/dom.ts'

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

/** Where text alone is enlarged the bar grows, and what stands below it moves down by as much. */
export function followBar(): void {
  const bar = find('.bar')
  new ResizeObserver(() => document.body.style.setProperty('--bar', `${bar.getBoundingClientRect().height}px`)).observe(bar)
}

/**
 * On paper nothing moves: before printing, each act gets its charts as stills where the act is through with them. They are those for
 * readers without script, which are as wide as a column; where a file has no room for one, `still` draws it.
 */
export function bindPrinting(articles: readonly HTMLElement[], still: (index: number) => string): void {
  let stills: HTMLElement[] = []
  addEventListener('beforeprint', () => {
    stills = articles.flatMap((article, index) => {
      if (article.dataset.still === undefined) return []
      const plain = article.nextElementSibling?.matches('noscript') ? article.nextElementSibling.textContent : ''
      const part = make('div')
      part.innerHTML = plain || `<figure class="still wide">${still(index)}</figure>`
      article.after(part)
      return [part]
    })
  })
  addEventListener('afterprint', () => {
    for (const figure of stills.splice(0)) figure.remove()
  })
}

/**
 * Tells in the bar where the reader is: rank, act, and how far the count has come; a phone has room for rank and count, or for
 * the act's short title. Each is one text, since parts would push one another about while the page is scrolled. Returns the function of the step.
 */
export function createPlace(articles: readonly HTMLElement[]): (index: number) => void {
  const [long, short] = [find<HTMLElement>('.where .long'), find<HTMLElement>('.where .short')]
  return (index) => {
    const article = articles[index]
    const { act, actShort = act, soFar } = article?.dataset ?? {}
    const rank = article?.querySelector('.kicker strong')?.textContent ?? undefined
    long.textContent = joined(rank, act, soFar)
    short.textContent = rank === undefined ? (actShort ?? '') : joined(rank, soFar)
  }
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ')
}
