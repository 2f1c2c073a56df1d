import { moduleStartedBy } from './module-lines.ts'

/** The module of a bundle whose brackets go deepest into each other; those in texts count, too, so that it is a guess. */
export function deepestModule(code: string): string | undefined {
  let module: string | undefined
  let depth = 0
  let most = 0
  let deepest: string | undefined
  for (const line of code.split('\n')) {
    const begun = moduleStartedBy(line)
    if (begun !== undefined) {
      module = begun
      depth = 0
    }
    for (const character of line) {
      if ('([{'.includes(character)) depth++
      else if (')]}'.includes(character)) depth--
      if (depth <= most) continue
      most = depth
      deepest = module
    }
  }
  return deepest
}
