import { find } from '../dom.ts'

/** Tells in the bar where the reader is: rank or act, and how far the count has come. Returns the function of the step. */
export function createPlace(articles: readonly HTMLElement[]): (index: number) => void {
  const [rank, act, share] = ['rank', 'act', 'share'].map((name) => find<HTMLElement>(`#where-${name}`))
  return (index) => {
    const article = articles[index]
    if (!article || !rank || !act || !share) return
    rank.textContent = article.querySelector('.kicker strong')?.textContent ?? ''
    act.textContent = article.dataset.act ?? ''
    share.textContent = article.dataset.soFar ?? ''
  }
}
