/** What every object, list and text has its members from. What a module adds there is found on those of the machine, too. */
const BUILTINS: Readonly<Record<string, object>> = {
  ...{ Object: Object.prototype, Function: Function.prototype, Array: Array.prototype, String: String.prototype },
  ...{ Number: Number.prototype, Boolean: Boolean.prototype, Date: Date.prototype, RegExp: RegExp.prototype },
  ...{ Map: Map.prototype, Set: Set.prototype, Promise: Promise.prototype, Error: Error.prototype },
}

type Members = ReadonlyMap<PropertyKey, PropertyDescriptor>

const membersOf = (owner: object): Members =>
  new Map(Reflect.ownKeys(owner).map((key) => [key, Reflect.getOwnPropertyDescriptor(owner, key) ?? {}]))

let before: ReadonlyMap<string, Members> = new Map()

/** Remembers the members as they are now; packages of the machine's own may have added some since the last time. */
export function rememberBuiltins(): void {
  before = new Map(Object.entries(BUILTINS).map(([name, owner]) => [name, membersOf(owner)]))
}

/**
 * Makes the members what they were when they were remembered, tells which were not (`Array.prototype.sum`), and forgets them: what
 * is added until the next time is not the deck's.
 */
export function restoreBuiltins(): string[] {
  const changed: string[] = []
  for (const [name, members] of before) {
    const owner = BUILTINS[name] ?? {}
    for (const key of new Set([...members.keys(), ...Reflect.ownKeys(owner)]))
      if (restore(owner, key, members.get(key))) changed.push(`${name}.prototype.${String(key)}`)
  }
  forgetBuiltins()
  return changed
}

/** Forgets what was remembered. */
export function forgetBuiltins(): void {
  before = new Map()
}

/** Whether a member was another one. */
function restore(owner: object, key: PropertyKey, was: PropertyDescriptor | undefined): boolean {
  const is = Reflect.getOwnPropertyDescriptor(owner, key)
  if (was && is && was.value === is.value && was.get === is.get && was.set === is.set) return false
  if (was) Reflect.defineProperty(owner, key, was)
  else Reflect.deleteProperty(owner, key)
  return true
}
