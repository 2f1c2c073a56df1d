import { join } from 'node:path'
import { composeStory } from '../src/load/compose-story.ts'
import type { Story } from '../src/story/story.ts'
import { silent } from '../src/util/report.ts'

export const ROOT = join(import.meta.dirname, '..')

const stories = new Map<string, Promise<Story>>()

/** The story of a deck in `test/decks`, or of the one that ships, composed once for all test files of a process. */
export function storyOf(deck?: string): Promise<Story> {
  const folder = deck === undefined ? ROOT : join(ROOT, 'test/decks', deck)
  const known = stories.get(folder) ?? composeStory(folder, silent)
  stories.set(folder, known)
  return known
}
