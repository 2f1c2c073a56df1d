import { rankAmong, wordsOf } from '../../messages/messages.ts'
import type { Slide, Story } from '../../story/story.ts'

/** What others may show on their pages: a record, or what a scene has come to. */
export interface Embed {
  /** Name of its file, without `.html`. */
  name: string
  /** What it is called in a list. */
  label: string
  /** Whose headline and chart it has. */
  slide: Slide
  kind: 'record' | 'scene'
}

/** Files that are there beside the charts. */
const TAKEN = ['index', 'oembed']

/** Everything of a story that can be embedded, each under a name of its own: records first, then scenes at their last step. */
export function embedsOf(story: Story): Embed[] {
  const taken = new Set(TAKEN)
  return [...recordsOf(story), ...scenesOf(story)].map((embed) => {
    const name = taken.has(embed.name) ? `${embed.name}-${embed.kind}` : embed.name
    taken.add(name)
    return { ...embed, name }
  })
}

function recordsOf({ deck, slides }: Story): Embed[] {
  const words = wordsOf(deck.lang)
  return slides.flatMap((slide) => {
    const { id, record } = slide
    return record ? [{ name: id, label: `${rankAmong(words, record, deck.records)}: ${record.name}`, slide, kind: 'record' }] : []
  })
}

function scenesOf({ deck, slides }: Story): Embed[] {
  return Object.keys(deck.scenes).flatMap((name) => {
    const slide = slides.findLast(({ stage }) => stage?.scene === name)
    return slide ? [{ name, label: slide.title, slide, kind: 'scene' }] : []
  })
}
