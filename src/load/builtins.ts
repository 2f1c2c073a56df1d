/** What every object, list and text has its members from. What a module adds there is found on those of the machine, too. */
const BUILTINS: Readonly<Record<string, object>> = {
  ...{ Object: Object.prototype, Function: Function.prototype, Array: Array.prototype, String: String.prototype },
  ...{ Number: Number.prototype, Boolean: Boolean.prototype, Date: Date.prototype, RegExp: RegExp.prototype },
  ...{ Map: Map.prototype, Set: Set.prototype, Promise: Promise.prototype, Error: Error.prototype },
}

type Members = ReadonlyMap<PropertyKey, PropertyDescriptor>

const membersOf = (owner: object): Members =>
  new Map(Reflect.ownKeys(owner).map((key) => [key, Reflect.getOwnPropertyDescriptor(owner, key) ?? {}]))

/**
 * Remembers the members as they are now. What it returns tells which have changed since (`Array.prototype.sum`), and makes them what
 * they were: the thread that a deck runs in needs them to say so.
 */
export function watchBuiltins(): () => string[] {
  const before = Object.entries(BUILTINS).map(([name, owner]) => ({ name, owner, members: membersOf(owner) }))
  return () => {
    const changed: string[] = []
    for (const { name, owner, members } of before)
      for (const key of new Set([...members.keys(), ...Reflect.ownKeys(owner)]))
        if (restore(owner, key, members.get(key))) changed.push(`${name}.prototype.${String(key)}`)
    return changed
  }
}

/** Whether a member was another one. */
function restore(owner: object, key: PropertyKey, was: PropertyDescriptor | undefined): boolean {
  const is = Reflect.getOwnPropertyDescriptor(owner, key)
  if (was && is && was.value === is.value && was.get === is.get && was.set === is.set) return false
  if (was) Reflect.defineProperty(owner, key, was)
  else Reflect.deleteProperty(owner, key)
  return true
}
