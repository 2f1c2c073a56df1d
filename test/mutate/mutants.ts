import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../random.ts'
import { findMutations, type Mutation, mutate } from './find-mutations.ts'

export interface Mutant extends Mutation {
  /** Below the project. */
  file: string
  code: string
}

/** Some of all mutants of a room, or of one file of it; the same seed chooses the same. */
export function chooseMutants(project: string, place: string, most: number, seed: number): Mutant[] {
  const files = globSync(place.endsWith('.ts') ? place : `${place}/**/*.ts`, { cwd: project }).sort()
  const left = files.flatMap((file) => {
    const code = readFileSync(join(project, file), 'utf8')
    return findMutations(code).map((mutation) => ({ ...mutation, file, code }))
  })
  const random = randomFrom(seed)
  return Array.from({ length: Math.min(most, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat()
}

/** What the tests of a room take, in ms. Throws when one fails without any mutant. */
export function timeOfTests(project: string, place: string): number {
  const begun = performance.now()
  const { status, stdout } = runTests(project, place)
  if (status !== 0) throw new Error(`the tests of ${place} fail without any mutant:\n${stdout.slice(-4000)}`)
  return performance.now() - begun
}

/** Whether a test of its room fails with the mutant, or ends no more in so many ms. */
export function isNoticed(project: string, mutant: Mutant, longest: number): boolean {
  writeFileSync(join(project, mutant.file), `// @ts-nocheck\n${mutate(mutant.code, mutant)}`)
  try {
    return runTests(project, mutant.file, longest).status !== 0
  } finally {
    writeFileSync(join(project, mutant.file), mutant.code)
  }
}

function runTests(project: string, place: string, timeout?: number) {
  const { COUNTDOWN_BUILT: _, ...env } = process.env
  const program = join(project, 'node_modules/vitest/vitest.mjs')
  const room = `test/${place.split('/')[1]}/`
  // What it has started ends with it: `timeout` ends the whole group.
  const words = ['--kill-after=5', timeout === undefined ? '0' : String(timeout / 1000), process.execPath, program, 'run', room]
  return spawnSync('timeout', [...words, '--configLoader', 'native', '--config', 'test/mutate/vitest.config.ts'], {
    cwd: project,
    env,
    encoding: 'utf8',
  })
}

/** Where a mutant is, and what it makes of what. */
export function described({ file, code, start, end, text }: Mutant): string {
  const before = code.slice(0, start).split('\n')
  const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  return `${place} \`${code.slice(start, end).replaceAll(/\s+/g, ' ')}\` → \`${text.replaceAll(/\s+/g, ' ')}\``
}
