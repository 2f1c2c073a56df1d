import { type Composer, createComposer } from '../src/load/compose-story.ts'
import type { Story, StoryCheck } from '../src/story/story.ts'
import type { Report } from '../src/util/report.ts'

const open = new Set<Composer>()

/** Makes a composer that lasts until the test file has ended. */
export function openComposer(...options: Parameters<typeof createComposer>): Composer {
  const composer = createComposer(...options)
  open.add(composer)
  return composer
}

/** Whether it lasts still. */
export function isOpen(composer: Composer): boolean {
  return open.has(composer)
}

/** Loads and renders a deck once. Sizes and figures of the story may be asked for until the test file has ended. */
export async function composeStory(folder: string, report: Report, checks: readonly StoryCheck[] = []): Promise<Story> {
  return openComposer(folder, report, checks).compose()
}

/** Ends the threads of all decks that were composed. */
export async function endStories(): Promise<void> {
  const ending = [...open]
  open.clear()
  await Promise.all(ending.map((composer) => composer.dispose()))
}
