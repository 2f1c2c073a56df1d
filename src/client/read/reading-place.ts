import { find } from '../ui/dom.ts'

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
