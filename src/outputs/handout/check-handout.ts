import type { StoryCheck } from '../../story/story.ts'
import { createEdition } from './edition.ts'
import { placeFaults } from './place-faults.ts'

/** Mistakes in what a deck says of its handout, as far as they are known before anything is drawn. */
export const checkHandout: StoryCheck = (story, { folder, inputs }) =>
  placeFaults(createEdition(story).diagnostics, folder, inputs)
