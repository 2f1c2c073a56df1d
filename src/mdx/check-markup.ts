import type { Problem } from '../util/diagnostic.ts'
import { shown } from '../util/diagnostic.ts'

/**
 * Markup as preact writes it: names, and values between double quotes, in which it escapes quotes. A browser would read more
 * than that, so all else, which a component can only have put there as raw HTML, is refused rather than guessed at.
 */
const MARKUP = /<(?:\/[a-z][\w:-]*\s*|[a-z][\w:-]*(?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*\s*\/?)>/gi
const NAME = /^<([^\s/>]+)/
const PAIR = /\s([^\s"'<>=/]+)(?:="([^"]*)")?/g

/** Elements that run, load or send something, change other elements' attributes, or whose content browsers do not read as markup. */
const REFUSED =
  /^(?:script|iframe|frame|frameset|object|embed|applet|portal|base|link|meta|style|form|noscript|template|textarea|title|xmp|noembed|noframes|plaintext|animate|animatemotion|animatetransform|set|foreignobject)$/i
const ALLOWED_LINK = /^(?:https?:|mailto:|#|[^:]*$)/i
/** Attributes that a browser follows by itself, without a click. */
const LOADED = /^(?:src|srcset|poster|background|data|lowsrc|dynsrc|longdesc|manifest|ping|icon|cite|imagesrcset)$/
/** Attributes that are loaded and may name what a page has within itself, and those that tell and are not loaded. */
const WITHIN = /^(?:$|#|data:image\/)/i
const TOLD = /^(?:cite|longdesc)$/
const ELSEWHERE = /(?:^|[\s,])(?:[a-z][a-z\d+.-]*:)?[/\\]{2}|^(?!data:image\/)[a-z][a-z\d+.-]*:/i

/** What a slide's rendered HTML may not hold: links that run script, and what the content-security policy would block. */
export function checkMarkup(html: string): Problem[] {
  const messages = new Set<string>()
  const rest = html.replace(MARKUP, (tag) => {
    if (!tag.startsWith('</')) for (const message of faultsOf(tag)) messages.add(message)
    return ' '
  })
  const unread = /<[^<>]{0,40}>?/.exec(rest)?.[0]
  if (unread !== undefined)
    messages.add(`found ${shown(unread)}, expected markup as components write it: lower case, values in double quotes`)
  return [...messages].map((message) => ({ message }))
}

function faultsOf(tag: string): string[] {
  const name = NAME.exec(tag)?.[1] ?? ''
  const faults = REFUSED.test(name) ? [`found <${name}>, expected static content; the policy of the pages blocks it`] : []
  for (const [, attribute = '', value = ''] of tag.matchAll(PAIR)) {
    const message = wrongAttribute(name.toLowerCase(), attribute.toLowerCase(), value)
    if (message) faults.push(message)
  }
  return faults
}

function wrongAttribute(element: string, name: string, escaped: string): string | undefined {
  const value = escaped.replaceAll('&amp;', '&').replace(/[\p{Cc}\s]/gu, '')
  if (name.startsWith('on')) return `found the attribute ${name}, expected none: pages run no inline script`
  if (name === 'style') return 'found a style attribute, expected a class: the policy of the pages blocks it'
  if (name === 'formaction' || name === 'action' || name === 'srcdoc' || name === 'http-equiv')
    return `found the attribute ${name}, expected none: pages send nothing anywhere`
  const isLink = (name === 'href' || name === 'xlink:href') && (element === 'a' || element === 'area')
  if (isLink && (!ALLOWED_LINK.test(value) || /&(?!lt;|gt;|quot;)[#\w]+;/.test(escaped.replaceAll('&amp;', ''))))
    return `found the link \`${value}\`, expected https:, mailto:, a relative path or #id`
  // The pictures of a slide are found, and what is wrong with them is told, by src/pictures/place-pictures.ts.
  const isPicture = element === 'img' && name === 'src'
  const isLoaded = !isPicture && (LOADED.test(name) || ((name === 'href' || name === 'xlink:href') && !isLink))
  if ((isLoaded && ELSEWHERE.test(value)) || /url\((?!["']?#)/i.test(isPaint(name) ? value : ''))
    return `found ${name}=\`${value}\`, expected a file of the deck: pages request nothing from elsewhere`
  if (isLoaded && !WITHIN.test(value) && !TOLD.test(name) && !REFUSED.test(element))
    return `found ${name}=\`${value}\` in <${element}>, expected \`src\` of <img>: of the deck's files only pictures go into pages`
  return undefined
}

/** Presentation attributes of SVG that can name an outside picture, filter or paint. */
function isPaint(name: string): boolean {
  return /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-\w+)?)$/.test(name)
}
