/**
 * HTML of a slide as it goes to paper. A PDF travels alone, so a link to a file beside it would lead nowhere. Emphasis is
 * styled and not tagged: Chromium gives it a type that older readers of PDF do not know.
 */
export function forPaper(html: string): string {
  return html
    .replace(/<a href="(?!https?:|mailto:)[^"]*">/g, '<a>')
    .replace(/<(\/?)(?:strong|em|b|i)>/g, (_, close: string) => (close ? '</span>' : '<span class="emphasis">'))
}
