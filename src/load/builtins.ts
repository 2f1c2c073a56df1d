import { type Diagnostic, locationIn } from '../util/diagnostic.ts'

/** What code is written with. What a module changes of it is changed for the machine, too. */
const NAMES =
  'Object Function Array String Number Boolean BigInt Symbol Date RegExp Map Set WeakMap WeakSet Promise Error Uint8Array JSON Math Intl Reflect Proxy URL'.split(
    ' ',
  )

/** Taken while it is certain that they are what they say. */
const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect

/** An owner of members that all code shares, how these are named, and which of them count; all unless given. */
type Owner = readonly [prefix: string, owner: object, keys?: readonly string[]]
const OWNERS: readonly Owner[] = [
  ...NAMES.flatMap((name) => withPrototype(name, Reflect.get(globalThis, name))),
  ...ownKeys(Intl)
    .filter((name) => typeof name === 'string')
    .flatMap((name) => withPrototype(`Intl.${name}`, Reflect.get(Intl, name))),
  ['', globalThis, NAMES],
]

function withPrototype(name: string, owner: object): Owner[] {
  const { prototype } = owner as { prototype?: object }
  return [...(prototype ? [[`${name}.prototype.`, prototype] as const] : []), [`${name}.`, owner]]
}

/** The members of each owner, in their order. */
let remembered: ReadonlyMap<PropertyKey, PropertyDescriptor>[] = []

/** Remembers the members as they are now; packages of the machine's own may have added some since the last time. */
export function rememberBuiltins(): void {
  remembered = OWNERS.map(
    ([, owner, keys = ownKeys(owner)]) => new Map(keys.map((key) => [key, getOwnPropertyDescriptor(owner, key) ?? {}])),
  )
}

/** Forgets what was remembered. */
export function forgetBuiltins(): void {
  remembered = []
}

/**
 * Makes the members what they were when they were remembered, tells which were not (`Array.prototype.sum`), and forgets them: what
 * is added until the next time is not the deck's.
 */
export function restoreBuiltins(): string[] {
  const changed: string[] = []
  for (const [index, members] of remembered.entries()) {
    const [prefix, owner, keys = ownKeys(owner)] = OWNERS[index] as Owner
    for (const key of [...keys, ...members.keys()])
      if (restore(owner, key, members.get(key))) changed.push(`${prefix}${String(key)}`)
  }
  forgetBuiltins()
  return changed
}

/** Whether a member was another one. */
function restore(owner: object, key: PropertyKey, was: PropertyDescriptor | undefined): boolean {
  const is = getOwnPropertyDescriptor(owner, key)
  if (!was && !is) return false
  if (was && is && Object.is(was.value, is.value) && was.get === is.get && was.set === is.set) return false
  return was ? defineProperty(owner, key, was) : deleteProperty(owner, key)
}

/**
 * What a deck did to members that all code shares, as mistakes of its own; all is as it was again. `code` is what was evaluated as
 * `deck.cjs`: it says where a member was set.
 */
export function changedBuiltins(code = ''): Diagnostic[] {
  return restoreBuiltins().map((name) => ({
    message: `a module of the deck changed \`${name}\`, expected it to leave what others use alone; write a function instead`,
    cause: setAt(name.slice(name.lastIndexOf('.') + 1), code),
  }))
}

/** An error as if it had been thrown where a member is set. */
function setAt(member: string, code: string): Error {
  const name = member.replace(/\W/g, '\\$&')
  const at = new RegExp(`[.\\s]${name}\\s*=[^=>]|["']${name}["']\\s*[,\\]]`).exec(code)?.index ?? -1
  const error = new Error(member)
  const { line, column } = locationIn('', code, at + Number(code[at] === '\n'))
  if (at >= 0) error.stack = `${member}\n    at deck.cjs:${line}:${column}`
  return error
}
