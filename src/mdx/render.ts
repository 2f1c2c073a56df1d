import type { ComponentChildren, ComponentType, FunctionComponent } from 'preact'
import { chartSceneName } from '../story/chart-scenes.ts'
import type { SlideMeta, TemplateParts } from '../story/deck.ts'
import { fileOf, type Slide } from '../story/story.ts'
import { readTree } from '../tree/read-tree.ts'
import { textOf } from '../tree/text-of.ts'
import type { Tree } from '../tree/tree.ts'
import type { Diagnostic } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { withTimeout } from '../util/with-timeout.ts'
import { checkFrames, checkIds, checkLinks, checkMarkup } from './check-slides.ts'
import { elementOf, fillSlots, SLOT, withFooter, withoutLostWays, withoutSigns } from './fill-slots.ts'
import type { LoadedDeck } from './loaded-deck.ts'
import { type PlannedSlide, planSlides } from './plan.ts'
import { checkGround, withLook } from './slide-look.ts'
import type { SlideSource } from './source.ts'

/** The parts of a slide that are lifted out of the text as it renders. */
interface Lifted {
  headline: ComponentChildren
  notes: ComponentChildren[]
}

/** The slides as they were last rendered, for those of them that have not changed since. */
export interface SlideMemory {
  shared?: string
  slides: Map<string, { source: SlideSource | undefined; rendered: RenderedSlide }>
}

interface RenderedSlide {
  slide?: Slide
  diagnostics: Diagnostic[]
}

/** Renders every slide to trees of static HTML, or only those that are not in the memory. All diagnostics of all slides are found in one go. */
export function renderSlides(
  loaded: LoadedDeck,
  memory: SlideMemory = { slides: new Map() },
): { slides: Slide[]; diagnostics: Diagnostic[] } {
  const { slides: planned, diagnostics } = planSlides(loaded)
  for (const source of loaded.sources.values()) diagnostics.push(...source.diagnostics, ...unknownComponents(loaded, source))
  const render = rememberSlides(loaded, memory)
  const slides = planned.flatMap((slide) => {
    const rendered = render(slide)
    diagnostics.push(...rendered.diagnostics)
    return rendered.slide ? [rendered.slide] : []
  })
  const told = planned.map(({ meta }) => meta.id)
  return { slides, diagnostics: [...diagnostics, ...checkIds(slides), ...checkLinks(slides, told, loaded.sources)] }
}

/** A slide is made of its own file and of what all slides share, and of nothing else. */
function rememberSlides(loaded: LoadedDeck, memory: SlideMemory): (planned: PlannedSlide) => RenderedSlide {
  const before = loaded.shared !== undefined && loaded.shared === memory.shared ? memory.slides : new Map()
  memory.slides = new Map()
  if (loaded.shared === undefined) delete memory.shared
  else memory.shared = loaded.shared
  return (planned) => {
    const { meta, source } = planned
    const known = before.get(meta.id)
    const rendered: RenderedSlide = known && known.source === source ? known.rendered : renderSlide(loaded, planned)
    // Act and record are those of the deck that is alive.
    const renewed = rendered.slide ? { ...rendered, slide: renew(rendered.slide, meta) } : rendered
    memory.slides.set(meta.id, { source, rendered: renewed })
    return renewed
  }
}

function unknownComponents(
  { deck }: LoadedDeck,
  { components }: { components: { name: string; location: Diagnostic['location'] }[] },
): Diagnostic[] {
  const known = [...Object.keys(deck.components), 'Notes']
  return components
    .filter(({ name }) => !known.includes(name))
    .map(({ name, location }) => ({
      ...(location && { location }),
      message: `unknown component <${name}>; ${suggest(name, known)}`,
    }))
}

function renderSlide(loaded: LoadedDeck, planned: PlannedSlide): RenderedSlide {
  const location = { file: fileOf({ id: planned.meta.id, file: planned.source?.file }) }
  loaded.guard.beginSlide()
  try {
    const slide = withTimeout(() => assemble(loaded, planned))
    const diagnostics = [
      ...loaded.guard.noted.diagnostics,
      ...checkMarkup(slide, planned.source),
      ...checkGround(slide, planned.source),
      ...checkFrames(slide, loaded.deck.frames),
    ]
    if (slide.content.children.length === 0 && Object.hasOwn(loaded.deck.layouts, slide.layout))
      diagnostics.push({ message: `the layout \`${slide.layout}\` draws nothing, expected an element around headline and body` })
    if (!/[^\s\p{C}]/u.test(slide.title) && !planned.source?.diagnostics.length)
      diagnostics.push({ message: 'the headline is empty; expected a sentence with a verb and a number' })
    return { slide, diagnostics: diagnostics.map((diagnostic) => ({ location, ...diagnostic })) }
  } catch (error) {
    const noted = loaded.guard.noted.diagnostics
    if (noted.length === 0)
      noted.push({
        message: `the slide failed to render: ${error instanceof Error ? error.message : String(error)}`,
        cause: error,
      })
    return { diagnostics: noted.map((diagnostic) => ({ location, ...diagnostic })) }
  }
}

function assemble(loaded: LoadedDeck, planned: PlannedSlide): Slide {
  const { deck } = loaded
  const { meta, source } = planned
  const { headline, body, notes } = source ? renderFile(loaded, source) : renderTemplate(loaded, meta)
  const charts = placeCharts(meta, loaded.guard)
  const slide = { ...meta, ...charts }
  const Layout = deck.layouts[meta.layout]
  const title = textOf(withoutSigns(headline))
  // Where a layout places a part that is rendered already.
  const slot = (name: string) => loaded.h(SLOT, { name })
  const slots = { headline: slot('headline'), body: slot('body'), picture: slot('picture'), text: slot('text') }
  const frame = Layout ? render(loaded, Layout, { deck, slide, title, ...slots }) : EMPTY
  const filled = withLook(fillSlots(frame, { headline, body }), meta)
  const content = meta.index > 0 ? withFooter(filled, deck) : filled
  const { figures } = loaded.guard.noted
  const said = figures.length > 0 ? { figures } : {}
  return { ...slide, ...(source && { file: source.file }), ...said, title, headline, body, notes, content }
}

const EMPTY: Tree = { type: 'root', children: [] }

/** The charts that a slide has handed over: one on the stage, in the place of its act's scene, and others in the text. */
function placeCharts({ id }: SlideMeta, guard: LoadedDeck['guard']): Pick<Slide, 'stage' | 'chart' | 'inlineCharts'> {
  const { charts } = guard.noted
  const [chart, ...more] = charts.filter(({ inline }) => !inline)
  const inlineCharts = charts.filter(({ inline }) => inline)
  if (more.length > 0)
    guard.note({ message: `found ${more.length + 1} charts on the stage, expected one; write \`inline\` at the others` })
  return {
    ...(chart && { chart, stage: { scene: chartSceneName(chart), step: id } }),
    ...(inlineCharts.length > 0 && { inlineCharts }),
  }
}

function renew(slide: Slide, meta: SlideMeta): Slide {
  return { ...slide, ...meta, ...(slide.chart && slide.stage && { stage: slide.stage }) }
}

type Parts = Pick<Slide, 'headline' | 'body' | 'notes'>

function renderFile(loaded: LoadedDeck, source: SlideSource): Parts {
  const lifted: Lifted = { headline: '', notes: [] }
  const lift = {
    h1: ({ children }: { children: ComponentChildren }) => {
      lifted.headline = children
      return null
    },
    Notes: ({ children }: { children: ComponentChildren }) => {
      lifted.notes.push(children)
      return null
    },
  }
  const content = loaded.slides[source.file]?.().default ?? (() => null)
  const body = render(loaded, content, {
    components: { ...placeholders(source), ...loaded.deck.components, ...lift },
  })
  const headline = renderChildren(loaded, lifted.headline)
  return { body: withoutLostWays(inParagraphs(body), headline), headline, notes: renderChildren(loaded, lifted.notes) }
}

/** Unknown components render to nothing, so that the rest of the slide is checked too. */
function placeholders({ components }: SlideSource): Record<string, FunctionComponent> {
  return Object.fromEntries(components.map(({ name }) => [name, () => null]))
}

function renderTemplate(loaded: LoadedDeck, { record }: PlannedSlide['meta']): Parts {
  const parts: unknown = loaded.deck.template(record as never)
  if (typeof parts !== 'object' || parts === null)
    throw new TypeError(`\`template\` returned ${parts === null ? 'null' : typeof parts}, expected { headline, body, notes }`)
  const { headline, body, notes } = parts as TemplateParts
  return { headline: renderChildren(loaded, headline), body: renderChildren(loaded, body), notes: renderChildren(loaded, notes) }
}

function render<P extends object>({ h, renderToString }: LoadedDeck, component: ComponentType<P>, props: P): Tree {
  return trimmed(readTree(renderToString(h(component as unknown as FunctionComponent<object>, props))))
}

/** Without the line ends that MDX leaves around its elements. */
function trimmed({ children }: Tree): Tree {
  const isSpace = (node: Tree['children'][number]) => node.type === 'text' && node.value.trim() === ''
  const first = children.findIndex((node) => !isSpace(node))
  const last = children.findLastIndex((node) => !isSpace(node))
  return { type: 'root', children: first < 0 ? [] : children.slice(first, last + 1) }
}

/** An expression on a line of its own is a paragraph, as words are, and so is a picture. */
function inParagraphs({ children }: Tree): Tree {
  const isBare = (child: Tree['children'][number]) =>
    child.type === 'text' ? child.value.trim() !== '' : child.type === 'element' && child.tagName === 'img'
  const paragraph = (child: Tree['children'][number]) => elementOf('p', {}, [child])
  return { type: 'root', children: children.map((child) => (isBare(child) ? paragraph(child) : child)) }
}

function renderChildren(loaded: LoadedDeck, children: ComponentChildren): Tree {
  return render(loaded, () => children, {})
}
