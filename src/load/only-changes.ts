/** Things on their way to another thread: each by its number, and those that are not there already. */
export interface Parcel<T> {
  numbers: readonly number[]
  added: ReadonlyMap<number, T>
}

/** Packs lists of things of which most were in the list before. */
export function createSender<T>(): (things: readonly T[]) => Parcel<T> {
  let held: ReadonlyMap<T, number> = new Map()
  let last = 0
  return (things) => {
    const holds = new Map<T, number>()
    const added = new Map<number, T>()
    const numbers = things.map((thing) => {
      const known = holds.get(thing) ?? held.get(thing)
      const number = known ?? ++last
      if (known === undefined) added.set(number, thing)
      holds.set(thing, number)
      return number
    })
    held = holds
    return { numbers, added }
  }
}

/** Unpacks what one sender has packed, all of it in its order: what has not changed is the same object again, and so is a whole list. */
export function createReceiver<T>(): (parcel: Parcel<T>) => readonly T[] {
  let held = new Map<number, T>()
  let list: readonly T[] = []
  return ({ numbers, added }) => {
    held = new Map(numbers.map((number) => [number, (added.has(number) ? added.get(number) : held.get(number)) as T]))
    const things = numbers.map((number) => held.get(number) as T)
    if (things.length !== list.length || things.some((thing, index) => thing !== list[index])) list = things
    return list
  }
}
