import type { Element } from 'hast'
import { find, html, svg } from 'property-information'
import { isPageId } from '../story/slide-ids.ts'
import { fileOf, type Slide } from '../story/story.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { idsIn } from '../tree/ids-in.ts'
import { linksIn } from '../tree/links-in.ts'
import { type Diagnostic, locationIn, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { type Address, decoded, locationInSlide, type SlideSource } from './source.ts'

/** Elements that run, load or send something, change other elements' attributes, or whose content browsers do not read as markup. */
const REFUSED =
  /^(?:script|iframe|frame|frameset|object|embed|applet|portal|base|link|meta|style|form|noscript|template|textarea|title|xmp|noembed|noframes|plaintext|animate|animatemotion|animatetransform|set|foreignobject)$/i
/** Elements of other tools, and components that are typed in small letters. */
const UNKNOWN = /^(?!annotation-xml$|color-profile$|font-face|missing-glyph$).*-|^(?:chart|columns?|notes|outside|quoted|steps)$/i
const ALLOWED_LINK = /^(?:https?:|mailto:|#|[^:]*$)/i
/** What nobody writes with signs for its letters but to hide it. */
const HIDDEN = /^(?:javascript|vbscript|data):/i
/** Attributes that a browser follows by itself, without a click. */
const LOADED = /^(?:src|srcset|poster|background|data|lowsrc|dynsrc|longdesc|manifest|ping|icon|cite|imagesrcset)$/
/** Attributes that are loaded and may name what a page has within itself, and those that tell and are not loaded. */
const WITHIN = /^(?:$|#|data:image\/)/i
const TOLD = /^(?:cite|longdesc)$/
const ELSEWHERE = /(?:^|[\s,])(?:[a-z][a-z\d+.-]*:)?[/\\]{2}|^(?!data:image\/)[a-z][a-z\d+.-]*:/i

type Noted = Pick<SlideSource, 'file' | 'text' | 'addresses'>

/** What a slide may not hold: links that run script, and what the content-security policy would block. */
export function checkMarkup(
  { headline, body, notes, content }: Pick<Slide, 'headline' | 'body' | 'notes' | 'content'>,
  source?: Noted,
): Diagnostic[] {
  const elements = [headline, body, notes, content].flatMap((tree) => elementsOf(tree))
  const findings = new Map(elements.flatMap(findingsIn))
  return [...findings].map(([message, written]) => ({ ...whereWritten(written, source), message }))
}

/** How something is written in a slide's file, if it is: an element, or an attribute; an address, which other elements have too, by itself. */
type Written = RegExp | string

function findingsIn({ tagName, properties }: Element): [message: string, written: Written][] {
  const wrong = wrongElement(tagName, properties.className)
  const findings: [string, Written][] = wrong === undefined ? [] : [[wrong, RegExp(`<${tagName}\\b`, 'i')]]
  const attributes = Object.entries(properties).flatMap(([name, value]): [string, Written][] => {
    const attribute = attributeOf(name)
    const wrong = wrongAttribute(tagName.toLowerCase(), attribute, String(value ?? ''))
    if (wrong === undefined) return []
    if (/^(?:href|src)$/.test(attribute)) return [[wrong, String(value)]]
    return [[wrong, RegExp(`\\b${attribute.replaceAll(/[-:]/g, '[-:]?')}\\s*=`, 'i')]]
  })
  return [...findings, ...attributes]
}

function wrongElement(name: string, classes: unknown): string | undefined {
  if (REFUSED.test(name)) return `found <${name}>, expected static content; the policy of the pages blocks it`
  if (UNKNOWN.test(name))
    return `found <${name}>, which browsers do not know, expected HTML or a component such as <Columns>, <Notes>, <Steps>`
  if (name === 'aside' && Array.isArray(classes) && classes.includes('notes'))
    return 'found <aside class="notes">, which an audience would read, expected <Notes>'
  return undefined
}

/** What is written in other signs, as `&#58;` for a colon, is where the address is that means the same. */
function whereWritten(written: Written, source?: Noted): Pick<Diagnostic, 'location'> {
  if (!source) return {}
  const { file, text, addresses } = source
  const index = typeof written === 'string' ? text.indexOf(written) : text.search(written)
  const isSame = ({ address }: Address) => address !== undefined && decoded(address) === decoded(String(written))
  const location = index >= 0 && written !== '' ? locationIn(file, text, index) : addresses.find(isSame)?.location
  return location ? { location } : {}
}

/** A property of a tree by the name that it has in markup. */
function attributeOf(property: string): string {
  const known = find(html, property)
  return (known.defined ? known : find(svg, property)).attribute.toLowerCase()
}

function wrongAttribute(element: string, name: string, written: string): string | undefined {
  const value = written.replace(/[\p{Cc}\s]/gu, '')
  if (name.startsWith('on')) return `found the attribute ${name}, expected none: pages run no inline script`
  if (name === 'style')
    return 'found a style attribute, expected a class: the policy of the pages blocks it; a layout, or <Columns>, says what stands where'
  if (name === 'formaction' || name === 'action' || name === 'srcdoc' || name === 'http-equiv')
    return `found the attribute ${name}, expected none: pages send nothing anywhere`
  if (element === 'img' && name === 'srcset')
    return 'found the attribute srcset, expected `src` alone: the build makes the widths that screens need'
  const isLink = (name === 'href' || name === 'xlink:href') && (element === 'a' || element === 'area')
  if (isLink && value === '') return 'found a link to nothing, expected an address, or the id of a slide such as `#china`'
  if (isLink && (!ALLOWED_LINK.test(value) || HIDDEN.test(decoded(value))))
    return `found the link ${shown(value)}, expected https:, mailto:, a relative path or #id`
  // Pictures, video and sound are found, and what is wrong with them is told, by src/pictures/place-pictures.ts.
  const isPicture = (/^(?:img|video|audio)$/.test(element) && name === 'src') || (element === 'video' && name === 'poster')
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

/** Frames of other sites that the deck has not named: a page may only show those that its policy is opened for. */
export function checkFrames({ content }: Pick<Slide, 'content'>, allowed: readonly string[] = []): Diagnostic[] {
  const addresses = elementsOf(content).flatMap(({ properties }) => properties.dataFrame ?? [])
  return [...new Set(addresses.map(String))].flatMap((address) => {
    const origin = originOf(address)
    if (origin === undefined)
      return [{ message: `<Outside>: found the address ${shown(address)}, expected one that begins with \`https://\`` }]
    if (allowed.includes(origin)) return []
    return [
      {
        message: `<Outside>: found ${shown(address)}, whose origin the deck does not name; write \`frames: ['${origin}']\` in slides/deck.ts`,
      },
    ]
  })
}

/** Undefined for what is no address of a site that keeps its readers' visits to itself. */
function originOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' ? url.origin : undefined
}

/** Ids that authors gave to elements and that the pages have already; links to the one would lead to the other. */
export function checkIds(slides: readonly Slide[]): Diagnostic[] {
  const owners = new Map(slides.map(({ id }) => [id, `the slide ${shown(id)}`]))
  for (const { act } of slides) owners.set(`act-${act.id}`, `the act ${shown(act.title)}`)
  return slides.flatMap((slide) => {
    const name = fileOf(slide)
    return [...new Set(idsIn(slide.content))].flatMap((id) => {
      const owner = isPageId(id) ? 'the page itself' : owners.get(id)
      if (owner === undefined) owners.set(id, name)
      else
        return [{ location: { file: name }, message: `found the id ${shown(id)}, which ${owner} has too; call it another name` }]
      return []
    })
  })
}

/** A link to a part of the story, on the same page or another; in addresses of the deck a slash may stand before the id. */
const LINK = /^(?:index\.html#\/?|(?:read\.html)?#)(.*)$/s

/**
 * Links to parts that the story does not have. `told` are the ids of all slides; where one of them could not be rendered, it may
 * be the one that has what others link to.
 */
export function checkLinks(
  slides: readonly Slide[],
  told: readonly string[],
  sources: ReadonlyMap<string, SlideSource>,
): Diagnostic[] {
  if (slides.length < told.length) return []
  const ids = new Set([...told, ...slides.flatMap(({ content }) => idsIn(content))])
  return slides.flatMap((slide) =>
    [...linksOf(slide)]
      .filter(([, id]) => !ids.has(id))
      .map(([link, id]) => ({ location: locationInSlide(slide, sources, link), message: unknown(link, id, ids) })),
  )
}

/** Each once, with the id it leads to. */
function linksOf({ content, body, notes }: Slide): Map<string, string> {
  const ids = linksIn(content, body, notes).map((link) => [link, LINK.exec(link)?.[1]] as const)
  return new Map(ids.flatMap(([link, id]) => (id === undefined ? [] : [[link, decoded(id)]])))
}

function unknown(link: string, id: string, ids: ReadonlySet<string>): string {
  const named = [...ids].filter((known) => !/-fn(?:ref)?-/.test(known))
  return `found the link \`${link}\`, which leads nowhere, expected the id of a slide; ${suggest(id, named)}`
}
