import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPrinter, type Printer } from '../../src/browser/printer.ts'
import { check, checkStory } from '../../src/check/check-story.ts'
import { parseFlags } from '../../src/cli/flags.ts'
import { InputError, NoBrowserError } from '../../src/util/diagnostic.ts'
import { createReport } from '../../src/util/report.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { ROOT, storyOf } from '../story-of.ts'

const DECKS = join(ROOT, 'test', 'decks')

const work = mkdtempSync(join(tmpdir(), 'countdown-check-'))
afterAll(async () => {
  rmSync(work, { recursive: true })
})

/** What a check has to do with, and what it says. */
function effectsWith(use: Printer) {
  const said: string[] = []
  const report = createReport({ write: (text) => said.push(text), interactive: false })
  return { said, report, printer: use, root: ROOT, generator: 'test', stopped: new AbortController().signal }
}

/** Checks a folder with what is looked at. */
function checked(folder: string, only = 'read,slides,handout,notes,share', use: Printer = printer): Promise<void> {
  return check(parseFlags([folder, '--check', '--only', only]), effectsWith(use))
}

/** A deck of its own: the minimal one, and others laid over it. */
function deckOf(...overlays: string[]): string {
  const folder = mkdtempSync(join(work, 'deck-'))
  for (const overlay of ['minimal', ...overlays]) cpSync(join(DECKS, overlay), folder, { recursive: true })
  return folder
}

test('the story that ships has no text that overflows, overlaps, is covered, too faint or too small', async () => {
  const effects = effectsWith(printer)
  await checkStory(await storyOf(), parseFlags([ROOT, '--check', '--only', 'read,slides,handout']), effects)
  const counted = /^Measured (.*): no text overflows, overlaps, is covered, too faint or too small\.$/m.exec(
    effects.said.join(''),
  )?.[1]
  // Every slide is a step; how many there are is the story's own affair.
  expect(counted?.replaceAll(/\b6\d (?=reading|slides)/g, 'all ').replace(/\d+ pages/, 'all pages')).toBe(
    'all reading steps in 6 windows, their charts in 4 frames, all slides, all pages of the handout',
  )
})

test('every offender is named, with how much, and nothing is written', async () => {
  const folder = deckOf('unfit')
  const before = readdirSync(folder)
  const error = await checked(folder).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  // How much depends, there, on designs that change.
  const told = `${error instanceof InputError ? error.message : error}\n`.replace(/\d+ px(?= \((?:handout|link))/g, '… px')
  await expect(told).toMatchFileSnapshot(join(DECKS, 'unfit', 'expected.txt'))
  expect(readdirSync(folder)).toEqual(before)
})

test('what leaves its frame in the fonts that readers have until ours are there is named, too', async () => {
  const error = await checked(deckOf('unfit-stand-in'), 'read').catch((reason: unknown) => reason)
  expect((error as Error).message.split('\n').map((line) => line.replace(/by \d+ px/, 'by … px'))).toEqual(
    expect.arrayContaining([
      'chart `bars`, step `gamma` (narrow): the label `A LABEL IN CAPITALS, WIDER IN ARIAL` overflows the chart by … px (reading page, frame `narrow`); shorten it or give it more room (seen in Arial and Times, which stand in while the fonts are on their way)',
    ]),
  )
})

test('without a browser the other checks run, and then it is said what is missing', async () => {
  const none = createPrinter({ open: () => Promise.reject(new NoBrowserError('no browser was found')) })
  await expect(checked(deckOf(), 'slides,data', none)).rejects.toThrow('no browser was found')
  await expect(checked(deckOf('broken-nothing'), 'slides,data', none)).rejects.toBeInstanceOf(InputError)
})
