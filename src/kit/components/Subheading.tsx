import type { ComponentChildren } from 'preact'

/** `## …` in a slide's text: below the headline, which is the slide's own second level. */
export function Subheading({ children }: { children: ComponentChildren }) {
  return <h3>{children}</h3>
}
