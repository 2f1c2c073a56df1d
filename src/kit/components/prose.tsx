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

/** `## …` in a slide's text: below the headline, which is the slide's own second level. */
export function Subheading({ children }: { children: ComponentChildren }) {
  return <h3>{children}</h3>
}
