/** All keys in one order that agrees with the drawing order of as many states as possible: new ones stand behind the one before them. */
export function mergeKeys(all: readonly ReadonlyMap<string, unknown>[]): string[] {
  // What stands before the first key is undefined, and so is what stands behind the last.
  const following = new Map<string | undefined, string | undefined>()
  for (const marks of all) {
    let last: string | undefined
    for (const key of marks.keys()) {
      if (!following.has(key)) {
        following.set(key, following.get(last))
        following.set(last, key)
      }
      last = key
    }
  }
  const merged: string[] = []
  for (let key = following.get(undefined); key !== undefined; key = following.get(key)) merged.push(key)
  return merged
}
