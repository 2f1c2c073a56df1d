import { svgElement } from '../../motion/attributes.ts'
import { isAlike, referenceTo } from '../../motion/interpolate.ts'
import type { Mark, StageState } from '../../story/mark.ts'
import { createClips } from './clips.ts'
import { createLeaving, type Leaving } from './exit.ts'
import { createSprite, type Sprite, type Values, valuesOf } from './mark-node.ts'
import { outside } from './outside.ts'
import { remember } from './remember.ts'
import { scalesOf } from './scale.ts'
import type { Transition } from './transition.ts'

/** The sprites of a stage: those of the current state by key, and those on their way out. */
export interface Cast {
  /**
   * Casts a state: sends every sprite to its place, brings new ones and sends the others off. Where the move is planned, all set out
   * together.
   */
  enter(state: StageState, transition: Transition, isPlanned?: boolean): void
  /** Takes away those that have left. */
  clear(): void
  /** Does ahead of time what it can for a state that will be entered later. */
  prepare(state: StageState): void
}

/** What a sprite is to show for a mark. */
interface Role {
  tag: string
  values: Values
}

/** A mark that something happens to: it moves, or it has no sprite yet. */
interface Part {
  key: string
  mark: Mark
  role: Role
  /** Position in the drawing order. */
  place: number
}

/** Sprites in drawing order; those that are still to come are missing. */
type Order = (Sprite | undefined)[]

/** The part of a move in which each falls. */
const FALLING = 0.3

/** Most parts that move at the same time. */
const MOST = 120

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
      const element = svgElement(mark, referenceTo)
      return { tag: element.tag, values: valuesOf(element) }
    })

  /** A sprite that can play a role: the one of this key, on the stage or just leaving it. */
  const find = (key: string, role: Role): Sprite | undefined => {
    const sprite = live.get(key)
    return sprite && suits(sprite, role) ? sprite : leaving.recall(key, (gone) => suits(gone, role))
  }

  return {
    enter(next, transition, isPlanned = false) {
      const scales = scalesOf(state)
      const order: Order = []
      const parts: Part[] = []
      const cast = new Map<string, Sprite>()
      for (const [key, mark] of next.marks) {
        const role = roleOf(mark)
        const sprite = find(key, role)
        if (sprite) cast.set(key, sprite)
        if (!sprite || sprite.moving || sprite.target !== role.values) parts.push({ key, mark, role, place: order.length })
        order.push(sprite)
      }
      dismiss(next, cast)
      arrange(svg, clips.element, order, leaving)
      live = cast
      state = next

      const play = ({ key, mark, role, place }: Part, delay: number, span: number) => {
        const sprite =
          order[place] ?? createSprite(role.tag, { ...roleOf(outside(mark)).values, ...scales.place(key, mark) }, clips.url)
        if (!order[place]) {
          insert(sprite.element, order, place)
          order[place] = sprite
          cast.set(key, sprite)
        }
        transition.move(sprite, role.values, delay, span)
      }
      if (isPlanned) {
        for (const part of parts) play(part, 0, 1)
        leaving.depart(clips.element, transition)
        return
      }
      const drops = ({ mark, place }: Part) => mark.entrance === 'drop' && !order[place]
      const dropping = parts.filter(drops)
      // What is counted counts what has come.
      const counts = ({ mark }: Part) => mark.kind === 'text' && dropping.length > 1
      for (const part of parts.filter(counts)) play(part, FALLING, 1 - FALLING)
      inTurn(
        parts.filter((part) => !drops(part) && !counts(part)),
        1,
        transition,
        play,
      )
      leaving.depart(clips.element, transition)
      inTurn(dropping, FALLING, transition, play)
    },
    clear: leaving.clear,
    prepare({ marks }) {
      for (const mark of marks.values()) roleOf(mark)
    },
  }

  /** Sends off whoever has no part in the next state. */
  function dismiss(next: StageState, cast: ReadonlyMap<string, Sprite>): void {
    const scales = scalesOf(next)
    for (const [key, sprite] of live) {
      const mark = state.marks.get(key)
      if (!mark || cast.get(key) === sprite) continue
      const place = scales.place(key, mark)
      const goes = place !== undefined || ['up', 'right', 'centre'].includes(mark.entrance ?? '')
      leaving.dismiss(key, sprite, goes ? { ...roleOf(outside(mark)).values, ...place } : undefined)
    }
  }

  /** Puts a newcomer behind the nearest sprite that is drawn before it. */
  function insert(element: SVGElement, order: Order, place: number): void {
    let before = place - 1
    while (before >= 0 && !order[before]) before--
    let neighbour: ChildNode = order[before]?.element ?? clips.element
    while (neighbour.nextSibling && leaving.has(neighbour.nextSibling)) neighbour = neighbour.nextSibling
    neighbour.after(element)
  }
}

function suits(sprite: Sprite, { tag, values }: Role): boolean {
  return sprite.tag === tag && (tag !== 'path' || isAlike(sprite.target.d, values.d))
}

/** Where there are very many, each is on its way for a part of the time only, which is at most `longest`: one after another. */
function inTurn(
  parts: readonly Part[],
  longest: number,
  transition: Transition,
  play: (part: Part, delay: number, span: number) => void,
): void {
  const { length } = parts
  const span = Math.min(longest + (1 - longest) / length, Math.max(MOST / length, 0.1))
  parts.forEach((part, turn) => {
    const delay = length > 1 ? ((1 - span) * turn) / (length - 1) : 0
    transition.later(() => play(part, delay, span))
  })
}

/** Puts the elements in drawing order; leaving ones stay where they are. */
function arrange(svg: SVGElement, first: ChildNode, order: Order, leaving: Leaving): void {
  let cursor = first.nextSibling
  for (const sprite of order) {
    if (!sprite) continue
    while (cursor && leaving.has(cursor)) cursor = cursor.nextSibling
    if (cursor === sprite.element) cursor = cursor.nextSibling
    else svg.insertBefore(sprite.element, cursor)
  }
}
