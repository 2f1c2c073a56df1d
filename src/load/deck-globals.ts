import { Script } from 'node:vm'
import { InputError } from '../util/diagnostic.ts'
import { deepestModule } from './deck-errors.ts'

/** What a deck sees of the machine it is built on: nothing. Packages that ask whether these exist take it for a browser. */
const ABSENT = [
  ...['process', 'require', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'performance', 'crypto', 'navigator'],
  // What came later would come too late.
  ...['setTimeout', 'setInterval', 'setImmediate'],
]

/** What stands in a deck's bundle for `eval`, which would run among the machine's own names. */
export const NO_EVAL = '__countdownNoEval'

/**
 * Names that a deck's modules find in place of Node's, so that the same folder gives the same bytes at any time and on any
 * machine: no clock, and chance that falls the same way each time. No wall against malice: a deck's code is its author's own.
 */
export function deckGlobals(): Readonly<Record<string, unknown>> {
  const own = {
    ...Object.fromEntries(ABSENT.map((name) => [name, undefined])),
    Date: datesWithoutClock(),
    Intl: unchangeable('Intl', Object.create(Intl, { DateTimeFormat: { value: formatsWithoutClock() } })),
    Math: unchangeable('Math', Object.create(Math, { random: { value: repeatable() } })),
    [NO_EVAL]: () => {
      throw new TypeError('found `eval`, expected the code itself')
    },
  }
  // By its other names, too; what a module puts there is gone with it.
  const all = Object.create(globalThis, Object.getOwnPropertyDescriptors(own))
  const globals = { ...own, globalThis: Object.assign(all, { globalThis: all }), global: all }
  return { ...globals, Function: functionsAmong(globals) }
}

/** An object whose members a deck may use, and an error with its line where it sets one. */
function unchangeable<T extends object>(name: string, owner: T): T {
  const refuse = (_: T, member: PropertyKey): never => {
    throw new TypeError(
      `found a change of \`${name}.${String(member)}\`, expected what others use to stay; write a function instead`,
    )
  }
  return new Proxy(owner, { set: refuse, defineProperty: refuse, deleteProperty: refuse })
}

/** Functions that are made of text find the same names as those of modules. */
function functionsAmong(globals: Readonly<Record<string, unknown>>): FunctionConstructor {
  const make = (_: unknown, parts: readonly string[]): FunctionConstructor => {
    const text = `return function (${parts.slice(0, -1)}) {\n${parts.at(-1) ?? ''}\n}`
    return new Function(...Object.keys(globals), text)(...Object.values(globals))
  }
  return new Proxy<FunctionConstructor>(Function, { construct: make, apply: (target, _, parts) => make(target, parts) })
}

const CLOCK = 'found the clock, expected a date from data/ or `date` of the deck: the same story is made tomorrow'

function datesWithoutClock(): DateConstructor {
  return new Proxy(Date, {
    construct(target, parameters, derived) {
      if (parameters.length === 0) throw new TypeError(CLOCK)
      return Reflect.construct(target, parameters, derived)
    },
    apply() {
      throw new TypeError(CLOCK)
    },
    get(target, name) {
      if (name === 'now')
        return () => {
          throw new TypeError(CLOCK)
        }
      return Reflect.get(target, name)
    },
  })
}

/** Who formats no date is given that of the clock. */
function formatsWithoutClock(): typeof Intl.DateTimeFormat {
  return new Proxy(Intl.DateTimeFormat, {
    construct: (target, parameters, derived) => withDates(Reflect.construct(target, parameters, derived)),
    apply: (target, _, parameters) => withDates(Reflect.construct(target, parameters)),
  })
}

function withDates(format: Intl.DateTimeFormat): Intl.DateTimeFormat {
  const say = format.format
  const parts = format.formatToParts.bind(format)
  return Object.defineProperties(format, {
    format: { value: (date?: Date | number) => say(dated(date)) },
    formatToParts: { value: (date?: Date | number) => parts(dated(date)) },
  })
}

function dated<T>(date: T | undefined): T {
  if (date === undefined) throw new TypeError(CLOCK)
  return date
}

/** Evenly spread over 0 … 1 and always the same (mulberry32). */
function repeatable(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What a CommonJS module leaves, run among these names. Throws what it throws. */
export function runModule(code: string, filename: string, globals: Readonly<Record<string, unknown>>): unknown {
  const module: { exports: unknown } = { exports: {} }
  const names = ['module', 'exports', ...Object.keys(globals)].join(', ')
  const run = readScript(`(function (${names}) {${code}\n})`, filename).runInThisContext()
  run(module, module.exports, ...Object.values(globals))
  return module.exports
}

/** Throws InputError for code that goes too deep for V8's own stack, which happens to data and to lists within lists. */
function readScript(code: string, filename: string): Script {
  try {
    return new Script(code, { filename })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'found parts within parts too deep to be read, expected a few levels'
    const file = deepestModule(code)
    throw new InputError([{ ...(file !== undefined && { location: { file } }), message }])
  }
}
