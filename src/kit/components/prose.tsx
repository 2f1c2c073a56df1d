import type { ComponentChildren } from 'preact'

interface QuotedProps {
  /** Who gives the figure, for example `reported by the article of 26 April 2025`. */
  source: string
  children: ComponentChildren
}

/** A figure of the source's own, which is not among the data. Its source is told on hover and to screen readers. */
export function Quoted({ source, children }: QuotedProps) {
  return (
    <span class="quoted" title={source}>
      {children}
      <span class="visually-hidden"> ({source})</span>
    </span>
  )
}

/** Marks what the deck shows step by step: each item of a list in it, and each other element. Everywhere else all is there. */
export function Steps({ children }: { children: ComponentChildren }) {
  return <div class="steps">{children}</div>
}

/** Around a table that is longer than a slide: the deck shows so many of its rows at a step, everything else all of them. */
export function Paged({ rows, children }: { rows: number; children: ComponentChildren }) {
  if (!(Number.isInteger(rows) && rows > 0))
    throw new RangeError(`<Paged>: found \`rows={${rows}}\`, expected a number such as 12`)
  return (
    <div class="paged" data-rows={rows}>
      {children}
    </div>
  )
}

/** `## …` in a slide's text: below the headline, which is the slide's own second level. */
export function Subheading({ children }: { children: ComponentChildren }) {
  return <h3>{children}</h3>
}

/** How wide columns are in relation to each other; wide is twice as wide. */
const WIDTHS = ['equal', 'wide narrow', 'narrow wide'] as const

interface ColumnsProps {
  /** Equal unless given. */
  widths?: (typeof WIDTHS)[number]
  /** Each a `<Column>`. */
  children: ComponentChildren
}

/** Columns beside each other on slides and on paper, and below each other on the reading page. */
export function Columns({ widths = 'equal', children }: ColumnsProps) {
  if (!WIDTHS.includes(widths)) throw new RangeError(`found the widths \`${widths}\`, expected \`${WIDTHS.join('`, `')}\``)
  return <div class={`columns columns-${widths.replaceAll(' ', '-')}`}>{children}</div>
}

/** What stands in one of the columns. */
export function Column({ children }: { children: ComponentChildren }) {
  return <div class="column">{children}</div>
}
