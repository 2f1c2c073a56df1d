import type { Deck, RankedRecord, SceneStep, SlideMeta } from '../story/deck.ts'
import { wrongId } from '../story/slide-ids.ts'
import { type Diagnostic, type Location, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { LoadedDeck } from './loaded-deck.ts'
import { lookOf } from './slide-look.ts'
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
  diagnostics: Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const byId = filesById(sources, diagnostics)
  const slides: PlannedSlide[] = []
  const seen = new Set<string>()
  const records = byIdOf(deck.records)
  const steps = stepsById(deck)
  for (const act of deck.acts) {
    for (const id of act.slides) {
      const source = byId.get(id)
      const record = findRecord(records, id, source, diagnostics)
      if (seen.has(id)) diagnostics.push(at(DECK_FILE, `two slides have the id \`${id}\`; expected each once`))
      else if (!source && !record) diagnostics.push(noSuchSlide(deck, id, byId))
      else slides.push(plan({ deck, steps, diagnostics, id, index: slides.length, act, source, record }))
      seen.add(id)
    }
  }
  for (const [id, source] of byId) {
    if (!seen.has(id)) diagnostics.push(at(source.file, `no act in ${DECK_FILE} tells the slide \`${id}\`; add it to one`))
  }
  diagnostics.push(...checkAliases(slides))
  const told = new Set(slides.map(({ meta }) => meta.record?.id))
  for (const { id, rank, name } of deck.records) {
    if (!told.has(id)) diagnostics.push(at(DECK_FILE, `no act tells #${rank} ${name}; expected the slide \`${id}\` in one`))
  }
  return { slides, diagnostics }
}

function at(file: string, message: string): Diagnostic {
  return { location: { file }, message }
}

/** A slide's id is its file's name without leading digits: `slides/12-thailand.mdx` is `thailand`. */
function filesById(sources: ReadonlyMap<string, SlideSource>, diagnostics: Diagnostic[]): Map<string, SlideSource> {
  const byId = new Map<string, SlideSource>()
  for (const source of sources.values()) {
    const fromName = (source.file.split('/').at(-1) ?? '').replace(/\.mdx$/, '').replace(/^\d+-/, '')
    const id = String(source.frontmatter.id?.value ?? fromName)
    const other = byId.get(id)
    if (other) diagnostics.push(at(source.file, `two slides have the id \`${id}\`: also ${other.file}; rename one`))
    else byId.set(id, source)
  }
  return byId
}

/** Of several with one id, the first. A deck of thousands would be searched thousands of times. */
function byIdOf<T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.toReversed().map((thing) => [thing.id, thing]))
}

/** The steps of each scene, looked up when a slide first shows it. */
function stepsById({ scenes }: Deck): (scene: string) => ReadonlyMap<string, SceneStep> | undefined {
  const known = new Map<string, ReadonlyMap<string, SceneStep>>()
  return (scene) => {
    const steps = Object.hasOwn(scenes, scene) ? scenes[scene]?.steps : undefined
    if (steps && !known.has(scene)) known.set(scene, byIdOf(steps))
    return known.get(scene)
  }
}

function findRecord(
  records: ReadonlyMap<string, RankedRecord>,
  id: string,
  source: SlideSource | undefined,
  diagnostics: Diagnostic[],
): RankedRecord | undefined {
  const named = source?.frontmatter.record
  const record = records.get(String(named?.value ?? id))
  if (named && !record) diagnostics.push(unknown('record', named, [...records.keys()].toReversed()))
  return record
}

function noSuchSlide(deck: Deck, id: string, byId: ReadonlyMap<string, SlideSource>): Diagnostic {
  const known = [...byId.keys(), ...deck.records.map((record) => record.id)]
  return at(DECK_FILE, `the slide \`${id}\` has no file slides/${id}.mdx and no record; ${suggest(id, known)}`)
}

function unknown(
  what: string,
  { value, location }: { value: unknown; location: Location },
  known: readonly string[],
): Diagnostic {
  return { location, message: `${what}: unknown ${shown(String(value))}; ${suggest(String(value), known)}` }
}

interface Planning {
  deck: Deck
  steps: ReturnType<typeof stepsById>
  diagnostics: Diagnostic[]
  id: string
  index: number
  act: Deck['acts'][number]
  source: SlideSource | undefined
  record: RankedRecord | undefined
}

function plan({ deck, steps, diagnostics, id, index, act, source, record }: Planning): PlannedSlide {
  const named = source?.frontmatter ?? {}
  const layout = String(named.layout?.value ?? (record ? 'record' : 'statement'))
  if (!Object.hasOwn(deck.layouts, layout)) {
    diagnostics.push(
      unknown(
        'layout',
        named.layout ?? { value: layout, location: { file: source?.file ?? DECK_FILE } },
        Object.keys(deck.layouts),
      ),
    )
  }
  const aliases = named.aliases?.value as readonly string[] | undefined
  const own = named.source?.value as string | undefined
  const stage = planStage({ deck, steps, diagnostics, id, act, source })
  return {
    meta: {
      id,
      act,
      index,
      layout,
      ...lookOf(named, diagnostics),
      ...(record && { record }),
      ...(own && { source: own }),
      ...(aliases && { aliases }),
      ...(stage && { stage }),
    },
    ...(source && { source }),
  }
}

/** An old id leads to one slide. */
function checkAliases(slides: readonly PlannedSlide[]): Diagnostic[] {
  const owners = new Map(slides.map(({ meta }) => [meta.id, `the slide ${shown(meta.id)}`]))
  for (const { meta } of slides) owners.set(`act-${meta.act.id}`, `the act ${shown(meta.act.title)}`)
  return slides.flatMap(({ meta, source }) =>
    (meta.aliases ?? []).flatMap((alias) => {
      const owner = owners.get(alias)
      const taken = owner && `found ${shown(alias)}, which ${owner} has; expected an id that nothing else has`
      const wrong = wrongId(alias) ?? taken
      owners.set(alias, `the slide ${shown(meta.id)}`)
      const location = source?.frontmatter.aliases?.location
      return wrong === undefined ? [] : [{ ...(location && { location }), message: `aliases: ${wrong}` }]
    }),
  )
}

/** A slide that names no scene of its own may put a chart on the stage. */
function isLeftToChart(source: SlideSource | undefined): boolean {
  if (!source || source.frontmatter.scene || source.frontmatter.step) return false
  return source.components.some(({ name }) => name === 'Chart')
}

/** `scene: none` leaves the stage empty. */
function planStage({ deck, steps, diagnostics, id, act, source }: Omit<Planning, 'record' | 'index'>): SlideMeta['stage'] {
  const location = { file: source?.file ?? DECK_FILE }
  const scene = source?.frontmatter.scene ?? (act.scene === undefined ? undefined : { value: act.scene, location })
  const step = source?.frontmatter.step ?? { value: id, location }
  if (scene === undefined || scene.value === 'none') return undefined
  const found = steps(String(scene.value))
  if (!found) {
    diagnostics.push(unknown('scene', scene, [...Object.keys(deck.scenes), 'none']))
    return undefined
  }
  const told = found.get(String(step.value))
  if (!told && isLeftToChart(source)) return undefined
  if (!told) {
    const known = [...found.keys()].toReversed()
    const { message } = unknown(`step of the scene ${String(scene.value)}`, step, known)
    // A slide that names no step, for example one that was renamed, looks for the one of its own name.
    const mend =
      source && !source.frontmatter.step ? '; name one with `step:` in the frontmatter, or write `scene: none` for no chart' : ''
    diagnostics.push({ location: step.location, message: `${message}${mend}` })
    return undefined
  }
  if (told.name.trim() === '') {
    const message = `the step \`${told.id}\` of the scene ${String(scene.value)} has an empty name, expected a sentence with chart type, data and finding; those who cannot see the chart hear it`
    diagnostics.push({ location: step.location, message })
  }
  return { scene: String(scene.value), step: String(step.value) }
}
