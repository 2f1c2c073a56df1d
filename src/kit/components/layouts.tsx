import type { Deck, LayoutProps } from '../../story/deck.ts'
import { Frame, isLong, Kicker, Source } from './Frame.tsx'
import { RecordLayout } from './RecordLayout.tsx'

/** Headline and text, placed by a style sheet. */
function plain(kind: string) {
  return (props: LayoutProps) => (
    <Frame {...props} class={kind}>
      <div class="body">{props.body}</div>
    </Frame>
  )
}

/** Text in two columns and no stage: method, sources, readings. */
const Text = plain('slide-text')

/** A sentence of the story and its text beside the stage; without a stage the text has the whole width. */
function Statement(props: LayoutProps) {
  if (!props.slide.stage) return <Text {...props} />
  return (
    <Frame {...props} class="slide-statement">
      <div class="aside">
        <div class="body">{props.body}</div>
      </div>
    </Frame>
  )
}

/** The first picture of the text on one side, the rest on the other. */
function beside(kind: string) {
  return (props: LayoutProps) => (
    <Frame {...props} class={`slide-beside ${kind}`}>
      <div class="body">{props.text}</div>
      <div class="image">{props.picture}</div>
    </Frame>
  )
}

/** The first picture of the text from edge to edge; the words stand on it. */
function Picture({ deck, slide, title, headline, picture, text }: LayoutProps) {
  return (
    <div class="slide slide-picture">
      <Kicker deck={deck} slide={slide} />
      <div class="image">{picture}</div>
      <div class="words">
        <h2 class={isLong(title) ? 'headline long' : 'headline'}>{headline}</h2>
        <div class="body">{text}</div>
        <Source deck={deck} slide={slide} />
      </div>
    </div>
  )
}

/** How a slide may be laid out; its frontmatter names one. A record's slide is laid out as `record`, any other as `statement`. */
export const layouts: Deck['layouts'] = {
  record: RecordLayout,
  statement: Statement,
  text: Text,
  // The whole width below the headline for what the slide brings itself, such as a table.
  full: plain('slide-full'),
  // `<Columns>` from the left edge to the right, and the same with a line between them.
  columns: plain('slide-columns'),
  compare: plain('slide-columns slide-compare'),
  // What was quoted, in large type; below it, whose words they are.
  quote: plain('slide-quote'),
  // The first paragraph is a figure, as large as there is room.
  number: plain('slide-big'),
  // A headline in large type, where a part of the story begins.
  section: plain('slide-section'),
  picture: Picture,
  'picture-left': beside('slide-picture-left'),
  'picture-right': beside('slide-picture-right'),
}
