import type { ComponentChildren, ComponentType, FunctionComponent } from 'preact'
import type { TemplateParts } from '../story/deck.ts'
import type { Slide } from '../story/story.ts'
import { readTree } from '../tree/read-tree.ts'
import { textOf } from '../tree/text-of.ts'
import type { Tree } from '../tree/tree.ts'
import type { Problem } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { progress } from '../util/progress.ts'
import { checkIds } from './check-ids.ts'
import { checkLinks } from './check-links.ts'
import { checkMarkup } from './check-markup.ts'
import { fillSlots, SLOT } from './fill-slots.ts'
import { withoutLostWays } from './footnotes.ts'
import type { LoadedDeck } from './loaded-deck.ts'
import { fileOf } from './place-in-slide.ts'
import { type PlannedSlide, planSlides } from './plan.ts'
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
  problems: Problem[]
}

/** Renders every slide to trees of static HTML, or only those that are not in the memory. All problems of all slides are found in one go. */
export function renderSlides(
  loaded: LoadedDeck,
  memory: SlideMemory = { slides: new Map() },
): { slides: Slide[]; problems: Problem[] } {
  const { slides: planned, problems } = planSlides(loaded)
  for (const source of loaded.sources.values()) problems.push(...source.problems, ...unknownComponents(loaded, source))
  const render = rememberSlides(loaded, memory)
  const slides = planned.flatMap((slide) => {
    const rendered = render(slide)
    problems.push(...rendered.problems)
    return rendered.slide ? [rendered.slide] : []
  })
  const told = planned.map(({ meta }) => meta.id)
  return { slides, problems: [...problems, ...checkIds(slides), ...checkLinks(slides, told, loaded.sources)] }
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
    const renewed = rendered.slide ? { ...rendered, slide: { ...rendered.slide, ...meta } } : rendered
    memory.slides.set(meta.id, { source, rendered: renewed })
    return renewed
  }
}

function unknownComponents(
  { deck }: LoadedDeck,
  { components }: { components: { name: string; place: Problem['place'] }[] },
): Problem[] {
  const known = [...Object.keys(deck.components), 'Notes']
  return components
    .filter(({ name }) => !known.includes(name))
    .map(({ name, place }) => ({ ...(place && { place }), message: `unknown component <${name}>; ${suggest(name, known)}` }))
}

function renderSlide(loaded: LoadedDeck, planned: PlannedSlide): RenderedSlide {
  const place = { file: fileOf({ id: planned.meta.id, file: planned.source?.file }) }
  loaded.guard.takeProblems()
  progress.at(place)
  try {
    const slide = assemble(loaded, planned)
    const problems = [...loaded.guard.takeProblems(), ...checkMarkup(slide)]
    if (slide.content.children.length === 0 && Object.hasOwn(loaded.deck.layouts, slide.layout))
      problems.push({ message: `the layout \`${slide.layout}\` draws nothing, expected an element around headline and body` })
    if (!/[^\s\p{C}]/u.test(slide.title) && !planned.source?.problems.length)
      problems.push({ message: 'the headline is empty; expected a sentence with a verb and a number' })
    return { slide, problems: problems.map((problem) => ({ place, ...problem })) }
  } catch (error) {
    const noted = loaded.guard.takeProblems()
    if (noted.length === 0)
      noted.push({
        message: `the slide failed to render: ${error instanceof Error ? error.message : String(error)}`,
        cause: error,
      })
    return { problems: noted.map((problem) => ({ place, ...problem })) }
  }
}

function assemble(loaded: LoadedDeck, planned: PlannedSlide): Slide {
  const { deck } = loaded
  const { meta, source } = planned
  const { headline, body, notes } = source ? renderFile(loaded, source) : renderTemplate(loaded, meta)
  const Layout = deck.layouts[meta.layout]
  const title = textOf(headline)
  const slots = { headline: slot(loaded, 'headline'), body: slot(loaded, 'body') }
  const frame = Layout ? render(loaded, Layout, { deck, slide: meta, title, ...slots }) : EMPTY
  const content = fillSlots(frame, { headline, body })
  return { ...meta, ...(source && { file: source.file }), title, headline, body, notes, content }
}

const EMPTY: Tree = { type: 'root', children: [] }

/** Where a layout places a part that is rendered already. */
function slot({ h }: LoadedDeck, name: string): ComponentChildren {
  return h(SLOT, { name })
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
  return { body: withoutLostWays(body, headline), headline, notes: renderChildren(loaded, lifted.notes) }
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

function renderChildren(loaded: LoadedDeck, children: ComponentChildren): Tree {
  return render(loaded, () => children, {})
}
