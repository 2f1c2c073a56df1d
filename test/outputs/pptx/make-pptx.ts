import { expect } from 'vitest'
import { layOut } from '../../../src/outputs/pptx/lay-out.ts'
import type { Painted } from '../../../src/outputs/pptx/painted.ts'
import { pptx } from '../../../src/outputs/pptx/pptx-output.ts'
import type { Story } from '../../../src/story/story.ts'
import { sharedPrinter as printer } from '../../browser/shared-browser.ts'
import { ROOT, storyOf } from '../../story-of.ts'
import { toolsWith } from '../tools.ts'
import { type Files, readArchive } from './read-pptx.ts'

/** The bytes of a story's slides.pptx. */
export async function makePptx(from: Story): Promise<Uint8Array> {
  const made = await pptx.make(from, toolsWith({ printer }))
  expect(made.map(({ path }) => path)).toEqual(['slides.pptx'])
  return made[0]?.contents as Uint8Array
}

/** What the browser lays out of a story. */
export async function paint(story: Story): Promise<Painted> {
  return layOut(story, ROOT, printer)
}

const made = new Map<string | undefined, Promise<Files>>()

/** The parts of slides.pptx of a deck of `test/decks`, or of the shipped one; each is made once. */
export function partsOf(deck?: string): Promise<Files> {
  const parts = made.get(deck) ?? storyOf(deck).then(makePptx).then(readArchive)
  made.set(deck, parts)
  return parts
}
