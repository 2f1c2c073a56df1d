/**
 * Finds a figure typed into prose: a number that the data could contradict one day. A year, a number that is
 * part of a name (`24/7`, `CO2`) and a plain ordinal in a name are no figures.
 */
const NUMBER = /[\p{Sc}#]?\d[\d.,]*(?:\s?[%‰×°]|\s?\p{Sc})?/gu
const YEAR = /^(?:19|20)\d\d[.,]?$/
const PART_OF_A_NAME = /[\p{L}/]/u

/** The typed figures of a text, each with its 0-based offset. */
export function typedFigures(text: string): { figure: string; offset: number }[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: match, index }) => {
    const before = text[index - 1] ?? ''
    const after = text[index + match.length] ?? ''
    const figure = match.replace(/[.,]$/, '')
    if (YEAR.test(match) || PART_OF_A_NAME.test(before) || after === '/') return []
    return [{ figure, offset: index }]
  })
}

/** The message for one of them. */
export function typedFigureMessage(figure: string): string {
  return `found the typed figure \`${figure}\`, expected an expression such as {usd(figures.total)}; take it from data/, or put a figure of the source's own in <Quoted source="…">`
}
