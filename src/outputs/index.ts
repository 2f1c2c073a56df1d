import type { StoryCheck } from '../story/story.ts'
import type { NamedOutput } from './output.ts'

/** Everything a build makes, in the order of the summary; `--only` and `--help` read this table. Modules are loaded when they are needed. */
export const outputs: readonly NamedOutput[] = [
  {
    name: 'deck',
    description: 'index.html, the deck to present, and its speaker view',
    changedBy: ['baseUrl'],
    load: async () => (await import('./deck/deck-output.ts')).deck,
  },
  {
    name: 'read',
    description: 'read.html, the story as one page to scroll',
    changedBy: ['baseUrl'],
    load: async () => (await import('./read/read-output.ts')).read,
  },
  {
    name: 'slides',
    description: 'slides.pdf, one page a slide',
    changedBy: ['steps'],
    printed: true,
    load: async () => (await import('./slides/slides-output.ts')).slides,
  },
  {
    name: 'handout',
    description: 'handout.pdf, the story designed for paper',
    changedBy: ['paper'],
    printed: true,
    check: async (story, files) => (await import('./handout/check-handout.ts')).checkHandout(story, files),
    load: async () => (await import('./handout/handout-output.ts')).handout,
  },
  {
    name: 'notes',
    description: 'notes.pdf, each slide with its speaker notes, two a page; with --also notes',
    changedBy: ['paper'],
    optional: true,
    printed: true,
    load: async () => (await import('./notes/notes-output.ts')).notes,
  },
  {
    name: 'pptx',
    description: 'slides.pptx, the deck for PowerPoint, its charts as shapes that move; with --also pptx',
    optional: true,
    printed: true,
    load: async () => (await import('./pptx/pptx-output.ts')).pptx,
  },
  {
    name: 'share',
    description: 'share/, pictures for link previews, of the story and of each record',
    changedBy: ['baseUrl'],
    printed: true,
    load: async () => (await import('./share/share-output.ts')).share,
  },
  {
    name: 'data',
    description: 'data/*.csv and *.json, the records for download',
    load: async () => (await import('./data/data-output.ts')).data,
  },
  {
    name: 'single',
    description: 'story.html, deck and reading page in one file, to send and to open offline; with --also single',
    optional: true,
    load: async () => (await import('./single/single-output.ts')).single,
  },
  {
    name: 'video',
    description: 'story.webm and story.mp4, the talk as a film, with captions and a clip of each record; with --also video',
    changedBy: ['video'],
    optional: true,
    printed: true,
    load: async () => (await import('./video/video-output.ts')).video,
  },
  {
    name: 'embed',
    description: 'embed/, one page for each chart, to show on the pages of others; with --also embed',
    changedBy: ['baseUrl'],
    optional: true,
    load: async () => (await import('./embed/embed-output.ts')).embed,
  },
  {
    name: 'hosting',
    description: '_headers, 404.html and .nojekyll, which static hosts read',
    changedBy: ['baseUrl'],
    load: async () => (await import('./hosting/hosting-output.ts')).hosting,
  },
  {
    name: 'licences',
    description: 'licences.txt, the notices of all code, fonts and outlines in the folder',
    last: true,
    load: async () => (await import('./licences/licences.ts')).licences,
  },
]

/** What the outputs ask of a story before anything is made. */
export const storyChecks: readonly StoryCheck[] = outputs.flatMap(({ check }) => check ?? [])

/** The outputs that the command line asks for. */
export function wantedOutputs({ only, also }: { only?: readonly string[]; also: readonly string[] }): NamedOutput[] {
  return outputs.filter(({ name, optional, last }) => last || also.includes(name) || (only?.includes(name) ?? !optional))
}
