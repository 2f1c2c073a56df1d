import { publish } from '../../src/publish/publish.ts'
import type { OutputFile } from '../../src/util/output-file.ts'

/** What all of these are said to be made from. */
export const origin = { generator: 'countdown-story test', input: 'x', settings: { paper: 'a4' } }

/** Two versions of a folder that share no file content; `a` and `b` have different numbers of files. */
export function version(name: 'a' | 'b'): OutputFile[] {
  const files = Array.from({ length: name === 'a' ? 12 : 9 }, (_, index) => ({
    path: `part-${index % 3}/${index}.txt`,
    contents: `${name}${index} `.repeat(20_000),
  }))
  return [{ path: 'index.html', contents: `version ${name}` }, ...files]
}

// Run as a process of its own: publishes one version after the other until it is killed.
if (import.meta.main) {
  const out = process.argv[2] ?? ''
  for (let turn = 0; ; turn++) {
    await publish(out, version(turn % 2 === 0 ? 'b' : 'a'), origin, [])
    if (turn === 0) process.stdout.write('ready\n')
  }
}
