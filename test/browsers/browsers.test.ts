import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildFixture } from '../client/build-fixture.ts'
import { differences, driveIn } from './browsers.ts'
import { chromium } from './puppeteer-browsers.ts'

const folder = mkdtempSync(join(tmpdir(), 'countdown-browsers-'))
let built: string
beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
  built = await buildFixture(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('Chromium steps, jumps, returns, reloads, turns, and is led by the speaker view', async () => {
  const driven = await driveIn(chromium, built)
  expect(driven?.faults).toEqual([])
  expect(Object.keys(driven?.states ?? {})).toEqual(['gamma', 'beta', 'door', 'alpha'])
  expect(driven?.states.gamma).toMatch(/\|/)
})

test('marks that are others are told by their slide', () => {
  expect(differences({ a: 'x', b: 'y' }, { a: 'x', b: 'z', c: '' })).toEqual(['b', 'c'])
})
