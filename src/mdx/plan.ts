import type { Deck, RankedRecord, SlideMeta } from '../deck.ts'
import type { LoadedDeck } from '../load.ts'
import { suggest } from '../nearest.ts'
import { type Place, type Problem, shown } from '../problem.ts'
import type { SlideSource } from './source.ts'

/** A slide that is to be rendered: what is known of it, and its file unless the template draws it. */
export interface PlannedSlide {
  meta: SlideMeta
  source?: SlideSource
}

const DECK_FILE = 'slides/deck.ts'

/** Puts the acts' slides in order and resolves what each names: record, layout, scene and step. */
export function planSlides({ deck, sources }: Pick<LoadedDeck, 'deck' | 'sources'>): {
  slides: PlannedSlide[]
  problems: Problem[]
} {
  const problems: Problem[] = []
  const byId = filesById(sources, problems)
  const slides: PlannedSlide[] = []
  const seen = new Set<string>()
  for (const act of deck.acts) {
    for (const id of act.slides) {
      const source = byId.get(id)
      const record = findRecord(deck, id, source, problems)
      if (seen.has(id))
        problems.push({ place: { file: DECK_FILE }, message: `two slides have the id \`${id}\`; expected each once` })
      else if (!source && !record) problems.push(noSuchSlide(deck, id, byId))
      else slides.push(plan({ deck, problems, id, index: slides.length, act, source, record }))
      seen.add(id)
    }
  }
  for (const [id, source] of byId) {
    if (!seen.has(id))
      problems.push({ place: { file: source.file }, message: `no act in ${DECK_FILE} tells the slide \`${id}\`; add it to one` })
  }
  for (const { id, rank, name } of deck.records) {
    if (!slides.some(({ meta }) => meta.record?.id === id)) {
      problems.push({ place: { file: DECK_FILE }, message: `no act tells #${rank} ${name}; expected the slide \`${id}\` in one` })
    }
  }
  return { slides, problems }
}

/** A slide's id is its file's name without leading digits: `slides/12-thailand.mdx` is `thailand`. */
function filesById(sources: ReadonlyMap<string, SlideSource>, problems: Problem[]): Map<string, SlideSource> {
  const byId = new Map<string, SlideSource>()
  for (const source of sources.values()) {
    const fromName = (source.file.split('/').at(-1) ?? '').replace(/\.mdx$/, '').replace(/^\d+-/, '')
    const id = String(source.frontmatter.id?.value ?? fromName)
    const other = byId.get(id)
    if (other)
      problems.push({ place: { file: source.file }, message: `two slides have the id \`${id}\`: also ${other.file}; rename one` })
    else byId.set(id, source)
  }
  return byId
}

function findRecord(deck: Deck, id: string, source: SlideSource | undefined, problems: Problem[]): RankedRecord | undefined {
  const named = source?.frontmatter.record
  const record = deck.records.find((candidate) => candidate.id === (named?.value ?? id))
  if (named && !record)
    problems.push(
      unknown(
        'record',
        named,
        deck.records.map((candidate) => candidate.id),
      ),
    )
  return record
}

function noSuchSlide(deck: Deck, id: string, byId: ReadonlyMap<string, SlideSource>): Problem {
  const known = [...byId.keys(), ...deck.records.map((record) => record.id)]
  return {
    place: { file: DECK_FILE },
    message: `the slide \`${id}\` has no file slides/${id}.mdx and no record; ${suggest(id, known)}`,
  }
}

function unknown(what: string, { value, place }: { value: unknown; place: Place }, known: readonly string[]): Problem {
  return { place, message: `${what}: unknown ${shown(String(value))}; ${suggest(String(value), known)}` }
}

interface Planning {
  deck: Deck
  problems: Problem[]
  id: string
  index: number
  act: Deck['acts'][number]
  source: SlideSource | undefined
  record: RankedRecord | undefined
}

function plan({ deck, problems, id, index, act, source, record }: Planning): PlannedSlide {
  const named = source?.frontmatter ?? {}
  const layout = String(named.layout?.value ?? (record ? 'record' : 'statement'))
  if (!Object.hasOwn(deck.layouts, layout)) {
    problems.push(
      unknown('layout', named.layout ?? { value: layout, place: { file: source?.file ?? DECK_FILE } }, Object.keys(deck.layouts)),
    )
  }
  const stage = planStage({ deck, problems, id, act, source })
  return {
    meta: { id, act, index, layout, ...(record && { record }), ...(stage && { stage }) },
    ...(source && { source }),
  }
}

/** `scene: none` leaves the stage empty. */
function planStage({ deck, problems, id, act, source }: Omit<Planning, 'record' | 'index'>): SlideMeta['stage'] {
  const place = { file: source?.file ?? DECK_FILE }
  const scene = source?.frontmatter.scene ?? (act.scene === undefined ? undefined : { value: act.scene, place })
  const step = source?.frontmatter.step ?? { value: id, place }
  if (scene === undefined || scene.value === 'none') return undefined
  const found = Object.hasOwn(deck.scenes, String(scene.value)) ? deck.scenes[String(scene.value)] : undefined
  if (!found) {
    problems.push(unknown('scene', scene, [...Object.keys(deck.scenes), 'none']))
    return undefined
  }
  const told = found.steps.find((candidate) => candidate.id === step.value)
  if (!told) {
    const known = found.steps.map((candidate) => candidate.id)
    const { message } = unknown(`step of the scene ${String(scene.value)}`, step, known)
    // A slide that names no step, for example one that was renamed, looks for the one of its own name.
    const mend =
      source && !source.frontmatter.step ? '; name one with `step:` in the frontmatter, or write `scene: none` for no chart' : ''
    problems.push({ place: step.place, message: `${message}${mend}` })
    return undefined
  }
  if (told.name.trim() === '') {
    const message = `the step \`${told.id}\` of the scene ${String(scene.value)} has an empty name, expected a sentence with chart type, data and finding; those who cannot see the chart hear it`
    problems.push({ place: step.place, message })
  }
  return { scene: String(scene.value), step: String(step.value) }
}
