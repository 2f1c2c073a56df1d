import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const MODULE = JSON.stringify(join(import.meta.dirname, '../../src/util/on-exit.ts'))

/** Runs code in a process of its own; returns what it wrote until it ended, and its exit code. */
function run(code: string): { said: string; status: number | null } {
  const source = `import { onExit } from ${MODULE}\nconst say = (text: string) => process.stdout.write(text + ' ')\n${code}`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', source], { encoding: 'utf8' })
  return { said: stdout.trim(), status }
}

test.for([
  { name: 'at the end, newest first', code: "onExit(() => say('a')); onExit(() => say('b'))", said: 'b a', status: 0 },
  { name: 'at process.exit', code: "onExit(() => say('a')); process.exit(3)", said: 'a', status: 3 },
  { name: 'at an error that nobody catches', code: "onExit(() => say('a')); throw new Error('x')", said: 'a', status: 1 },
  {
    name: 'also when another cannot be undone',
    code: "onExit(() => say('a')); onExit(() => { throw new Error('x') })",
    said: 'a',
    status: 0,
  },
  {
    name: 'once, when it was undone before',
    code: "const undo = onExit(() => say('a')); undo(); undo(); say('end')",
    said: 'a end',
    status: 0,
  },
  { name: 'again for what comes later', code: "onExit(() => say('a'))(); onExit(() => say('b'))", said: 'a b', status: 0 },
])('undone $name', ({ code, said, status }) => {
  expect(run(code)).toEqual({ said, status })
})
