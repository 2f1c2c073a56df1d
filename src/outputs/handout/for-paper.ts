/** HTML of a slide without links to files beside it: a PDF travels alone, and they would lead nowhere. */
export function withoutLocalLinks(html: string): string {
  return html.replace(/<a href="(?!https?:|mailto:)[^"]*">/g, '<a>')
}

/** The text of a slide as it goes to paper. Emphasis is styled and not tagged: Chromium gives it a type that older readers of PDF do not know. */
export function forPaper(html: string): string {
  return withoutLocalLinks(html).replace(/<(\/?)(?:strong|em|b|i)(?: [^>]*)?>/g, (_, close: string) =>
    close ? '</span>' : '<span class="emphasis">',
  )
}
