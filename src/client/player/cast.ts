import { svgElement } from '../../motion/attributes.ts'
import type { Mark, StageState } from '../../motion/mark.ts'
import { createClips } from './clips.ts'
import { outside } from './entrance.ts'
import { isAlike } from './interpolate.ts'
import { createLeaving, type Leaving } from './leaving.ts'
import { remember } from './remember.ts'
import { scalesOf } from './scale.ts'
import { createSprite, type Sprite, type Values, valuesOf } from './sprite.ts'
import type { Transition } from './transition.ts'

/** The sprites of a stage: those of the current state by key, and those on their way out. */
export interface Cast {
  /** Casts a state: sends every sprite to its place, brings new ones and sends the others off. */
  enter(state: StageState, transition: Transition): void
  /** Takes away those that have left. */
  clear(): void
}

/** What a sprite is to show for a mark. */
interface Role {
  tag: string
  values: Values
}

/** Starts an empty cast in an `<svg>`, whose content it replaces. */
export function createCast(svg: SVGElement): Cast {
  const clips = createClips()
  const roles = new WeakMap<Mark, Role>()
  const leaving = createLeaving()
  let state: StageState = { name: '', marks: new Map() }
  let live = new Map<string, Sprite>()
  svg.replaceChildren(clips.element)

  const roleOf = (mark: Mark): Role =>
    remember(roles, mark, () => {
      const element = svgElement(mark, clips.url)
      return { tag: element.tag, values: valuesOf(element) }
    })

  /** A sprite that can play a role: the one of this key, on the stage or just leaving it. */
  const find = (key: string, role: Role): Sprite | undefined => {
    const sprite = live.get(key)
    return sprite && suits(sprite, role) ? sprite : leaving.recall(key, (gone) => suits(gone, role))
  }

  return {
    enter(next, transition) {
      const scales = scalesOf(state)
      const cast = new Map<string, Sprite>()
      const newcomers: [Sprite, Mark][] = []
      for (const [key, mark] of next.marks) {
        const role = roleOf(mark)
        let sprite = find(key, role)
        if (sprite) transition.move(sprite, role.values)
        else {
          sprite = createSprite(role.tag, { ...outside(mark, role.values), ...scales.place(key, mark) })
          newcomers.push([sprite, mark])
        }
        cast.set(key, sprite)
      }
      bring(newcomers, roleOf, transition)
      dismiss(next, cast)
      leaving.depart(clips.element, transition)
      live = cast
      state = next
      arrange(svg, clips.element.nextSibling, cast.values(), leaving)
    },
    clear: leaving.clear,
  }

  /** Sends off whoever has no part in the next state. */
  function dismiss(next: StageState, cast: ReadonlyMap<string, Sprite>): void {
    const scales = scalesOf(next)
    for (const [key, sprite] of live) {
      const mark = state.marks.get(key)
      if (mark && cast.get(key) !== sprite) leaving.dismiss(key, sprite, mark, roleOf(mark).values, scales.place(key, mark))
    }
  }
}

function suits(sprite: Sprite, { tag, values }: Role): boolean {
  return sprite.tag === tag && (tag !== 'path' || isAlike(sprite.target.d, values.d))
}

/** Marks that drop come one after another, the others all at once. */
function bring(newcomers: readonly [Sprite, Mark][], roleOf: (mark: Mark) => Role, transition: Transition): void {
  const dropping = newcomers.filter(([, mark]) => mark.entrance === 'drop').length
  const span = 0.3 + 0.7 / Math.max(1, dropping)
  let turn = 0
  for (const [sprite, mark] of newcomers) {
    if (mark.entrance !== 'drop') transition.move(sprite, roleOf(mark).values)
    else transition.move(sprite, roleOf(mark).values, dropping > 1 ? ((1 - span) * turn++) / (dropping - 1) : 0, span)
  }
}

/** Puts the elements in drawing order; leaving ones stay where they are. */
function arrange(svg: SVGElement, first: ChildNode | null, sprites: Iterable<Sprite>, leaving: Leaving): void {
  let cursor = first
  for (const { element } of sprites) {
    while (cursor && leaving.has(cursor)) cursor = cursor.nextSibling
    if (cursor === element) cursor = cursor.nextSibling
    else svg.insertBefore(element, cursor)
  }
}
