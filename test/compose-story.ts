import { type Composer, createComposer } from '../src/load/compose-story.ts'
import type { Story, StoryCheck } from '../src/story/story.ts'
import type { Report } from '../src/util/report.ts'

const open: Composer[] = []

/** Loads and renders a deck once. Sizes and figures of the story may be asked for until the test file has ended. */
export async function composeStory(folder: string, report: Report, checks: readonly StoryCheck[] = []): Promise<Story> {
  const composer = createComposer(folder, report, checks)
  open.push(composer)
  return composer.compose()
}

/** Ends the threads of all decks that were composed. */
export async function endStories(): Promise<void> {
  await Promise.all(open.splice(0).map((composer) => composer.dispose()))
}
