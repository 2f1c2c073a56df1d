import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import about from '../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '..')

/** Runs a script of package.json as npm does, by a Node with these options. */
function run(script: string, ...options: readonly string[]) {
  const [program, ...args] = script.split(' && ')[0]?.split(' ') ?? []
  expect(program).toBe('node')
  return spawnSync(process.execPath, [...options, ...args, '--help'], { cwd: ROOT, encoding: 'utf8' })
}

test.each(Object.entries(about.scripts))('where Node reads no TypeScript, `npm run %s` says what to run', (_, script) => {
  const { status, stderr } = run(script, '--no-experimental-strip-types')
  expect(stderr).toMatch(/^node: found Node [\d.]+, expected 22\.18 or later; run `npm rebuild node` in .*\.\n$/)
  expect(status).toBe(3)
})

test('elsewhere nothing is said', () => {
  const { status, stderr, stdout } = run(about.scripts.build)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Usage: npm run build -- /)
})
