import { h } from 'preact'

interface HtmlProps {
  /** Element to put it into. */
  as: 'div' | 'h2'
  class: string
  /** HTML that the build itself has rendered and checked. */
  html: string
}

/** Places HTML that is already rendered. The one place where that happens, so that it is easy to review. */
export function Html({ as, class: name, html }: HtmlProps) {
  return h(as, { class: name, dangerouslySetInnerHTML: { __html: html } })
}
