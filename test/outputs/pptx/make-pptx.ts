import { expect } from 'vitest'
import { createPrinter } from '../../../src/browser/printer.ts'
import { pptx } from '../../../src/outputs/pptx/pptx-output.ts'
import type { Story } from '../../../src/story/story.ts'
import { toolsWith } from '../tools.ts'

/** The bytes of a story's slides.pptx. */
export async function makePptx(from: Story): Promise<Uint8Array> {
  const printer = createPrinter()
  const made = await pptx.make(from, toolsWith({ printer })).finally(() => printer.close())
  expect(made.map(({ path }) => path)).toEqual(['slides.pptx'])
  return made[0]?.contents as Uint8Array
}
