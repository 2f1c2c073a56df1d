import type { Config } from 'vega-lite'
import { textWidth } from './measure-text.ts'

/** A chart's title, as far as it is read here. */
interface Title {
  text?: unknown
  subtitle?: unknown
  fontSize?: unknown
  subtitleFontSize?: unknown
  limit?: unknown
  orient?: unknown
}

/**
 * Breaks a title, and what stands below it, between words into lines of at most a width in px: Vega writes each text on one line, and
 * the plot would shrink until that fits.
 */
export function wrapTitle(spec: { title?: unknown }, width: number, { title: look }: Config): void {
  const title = (typeof spec.title === 'string' ? { text: spec.title } : spec.title) as Title | undefined
  // One that stands at a side is as long as the chart is high.
  if (!title || title.limit !== undefined || title.orient === 'left' || title.orient === 'right') return
  const { text, subtitle, fontSize = look?.fontSize, subtitleFontSize = look?.subtitleFontSize } = title
  const wrapped = { ...title, text: linesOf(text, width, Number(fontSize), 600) }
  spec.title =
    subtitle === undefined ? wrapped : { ...wrapped, subtitle: linesOf(subtitle, width, Number(subtitleFontSize), 400) }
}

/** What is no text, such as a signal, stays. */
function linesOf(text: unknown, width: number, size: number, weight: number): unknown {
  const given = [text].flat()
  if (!given.every((line) => typeof line === 'string')) return text
  const lines = given.flatMap((line) => broken(line, (words) => textWidth(words, size, '', weight) <= width))
  return lines.length > 1 ? lines : text
}

/** The words of a text in lines that fit; one that fits no line has one of its own. */
function broken(text: string, fits: (words: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
