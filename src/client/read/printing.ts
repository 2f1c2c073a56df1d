import { make } from '../ui/dom.ts'

/** On paper nothing moves: before printing, each act gets its charts as stills where the act is through with them. */
export function bindPrinting(articles: readonly HTMLElement[], still: (index: number) => string): void {
  let stills: HTMLElement[] = []
  addEventListener('beforeprint', () => {
    stills = articles.flatMap((article, index) => {
      if (article.dataset.still === undefined) return []
      const figure = make('figure', 'still')
      figure.innerHTML = still(index)
      article.after(figure)
      return [figure]
    })
  })
  addEventListener('afterprint', () => {
    for (const figure of stills.splice(0)) figure.remove()
  })
}
