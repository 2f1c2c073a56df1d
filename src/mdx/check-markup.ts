import type { Problem } from '../problem.ts'

/** Attributes that load or run something. preact escapes quotes in values, so a value ends at the next quote. */
const ATTRIBUTE = /<[a-z][^\s/>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*/gi
const PAIR = /\s([^\s=>]+)(?:="([^"]*)")?/g
const ALLOWED_LINK = /^(?:https?:|mailto:|#|[^:]*$)/i

/** What a slide's rendered HTML may not hold: links that run script, and what the content-security policy would block. */
export function checkMarkup(html: string): Problem[] {
  const problems: Problem[] = []
  for (const [tag] of html.matchAll(ATTRIBUTE)) {
    if (/^<(?:script|iframe|object|embed|base|link|meta|style|form)\b/i.test(tag)) {
      problems.push({ message: `found ${tag.split(/\s/)[0]}>, expected static content; the policy of the pages blocks it` })
    }
    for (const [, name = '', value = ''] of tag.matchAll(PAIR)) {
      const message = wrongAttribute(name.toLowerCase(), value.replaceAll('&amp;', '&').replace(/[\p{Cc}\s]/gu, ''))
      if (message) problems.push({ message })
    }
  }
  // A part that the layout repeats is reported once.
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()]
}

function wrongAttribute(name: string, value: string): string | undefined {
  if (name.startsWith('on')) return `found the attribute ${name}, expected none: pages run no inline script`
  if (name === 'style') return 'found a style attribute, expected a class: the policy of the pages blocks it'
  if (name === 'href' && !ALLOWED_LINK.test(value))
    return `found the link \`${value}\`, expected https:, mailto:, a relative path or #id`
  if ((name === 'src' || name === 'srcset') && /^(?:[a-z]+:)?\/\/|^(?!data:image\/)[a-z]+:/i.test(value)) {
    return `found ${name}=\`${value}\`, expected a file of the deck: pages request nothing from elsewhere`
  }
  return undefined
}
