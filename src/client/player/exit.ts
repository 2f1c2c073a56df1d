import { createSprite, type Sprite, type Values, write } from './mark-node.ts'
import { cut, type Transition } from './transition.ts'

/** The sprites on their way out. Those that merely fade do so as one, since a thousand can leave at a time. */
export interface Leaving {
  /** Sends a sprite off to `values`, or into nothing. */
  dismiss(key: string, sprite: Sprite, values?: Values): void
  /** Sends all on their way; those that fade do so right after `behind`, under everything else. */
  depart(behind: ChildNode, transition: Transition): void
  /** Gets a sprite back that is not gone yet, as it is seen now. */
  recall(key: string, suits: (sprite: Sprite) => boolean): Sprite | undefined
  /** Whether an element of the stage's is on its way out. */
  has(element: ChildNode): boolean
  /** Takes all away. */
  clear(): void
}

interface Departure {
  sprite: Sprite
  /** Where it goes by itself. */
  values?: Values
  /** With what it fades. */
  crowd?: Sprite
}

/** Starts with nobody leaving. */
export function createLeaving(): Leaving {
  const departures = new Map<string, Departure>()
  const crowds = new Set<Sprite>()
  const elements = new Set<ChildNode>()
  return {
    dismiss(key, sprite, values) {
      departures.get(key)?.sprite.element.remove()
      departures.set(key, { sprite, ...(values && { values }) })
      if (values) elements.add(sprite.element)
    },
    depart(behind, transition) {
      // Without motion they are taken away right after.
      if (transition === cut) return
      for (const each of crowds) transition.move(each, { opacity: '0' })
      let crowd: Sprite | undefined
      let begun = 0
      const gather = () => {
        const { time } = transition
        if (crowd && begun === time) return crowd
        crowd = createSprite('g', { opacity: '1' })
        begun = time
        crowds.add(crowd)
        elements.add(crowd.element)
        behind.after(crowd.element)
        const { element } = crowd
        // Taking away takes time too, so it begins as soon as nothing of them is seen.
        transition.move(crowd, { opacity: '0' }, time, 1 - time, () => {
          for (const child of element.children) transition.later(() => child.remove())
        })
        return crowd
      }
      for (const departure of departures.values()) {
        const { sprite, values } = departure
        if (values) transition.move(sprite, values)
        else if (!departure.crowd)
          transition.later(() => {
            departure.crowd = gather()
            departure.crowd.element.append(sprite.element)
          })
      }
    },
    recall(key, suits) {
      const found = departures.get(key)
      if (!found || !suits(found.sprite)) return undefined
      departures.delete(key)
      const { sprite, crowd } = found
      elements.delete(sprite.element)
      if (crowd) fadeBy(sprite, Number(crowd.written.opacity))
      return sprite
    },
    has: (element) => elements.has(element),
    clear() {
      for (const { sprite, crowd } of departures.values()) if (!crowd) sprite.element.remove()
      for (const { element } of crowds) element.remove()
      departures.clear()
      crowds.clear()
      elements.clear()
    },
  }
}

/** Gives a sprite itself the opacity that it had from its crowd. */
function fadeBy(sprite: Sprite, opacity: number): void {
  for (const paint of ['fill', 'stroke']) {
    const own = sprite.written[paint]
    if (own === undefined || own === 'none') continue
    const name = `${paint}-opacity`
    write(sprite, name, `${Math.round(opacity * Number(sprite.written[name] ?? 1) * 100) / 100}`)
  }
  sprite.moving = true
}
