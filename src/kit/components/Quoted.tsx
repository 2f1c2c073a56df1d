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
