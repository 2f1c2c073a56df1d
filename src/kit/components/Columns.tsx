import type { ComponentChildren } from 'preact'

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
