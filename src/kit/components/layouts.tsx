import type { LayoutProps } from '../../story/deck.ts'
import { Frame, isLong, Kicker, Source } from './Frame.tsx'

/** A sentence of the story and its text beside the stage; without a stage the text has the whole width. */
export function StatementLayout(props: LayoutProps) {
  if (!props.slide.stage) return <TextLayout {...props} />
  return (
    <Frame {...props} class="slide-statement">
      <div class="aside">
        <div class="body">{props.body}</div>
      </div>
    </Frame>
  )
}

/** Text in two columns and no stage: method, sources, readings. */
export function TextLayout(props: LayoutProps) {
  return (
    <Frame {...props} class="slide-text">
      <div class="body">{props.body}</div>
    </Frame>
  )
}

/** The whole width below the headline for what the slide brings itself, such as a table. */
export function FullLayout(props: LayoutProps) {
  return (
    <Frame {...props} class="slide-full">
      <div class="body">{props.body}</div>
    </Frame>
  )
}

/** Headline and text, placed by a style sheet. */
function plainLayout(kind: string) {
  return (props: LayoutProps) => (
    <Frame {...props} class={kind}>
      <div class="body">{props.body}</div>
    </Frame>
  )
}

/** `<Columns>` from the left edge to the right. */
export const ColumnsLayout = plainLayout('slide-columns')

/** The same with a line between the columns. */
export const CompareLayout = plainLayout('slide-columns slide-compare')

/** What was quoted, in large type; below it, whose words they are. */
export const QuoteLayout = plainLayout('slide-quote')

/** The first paragraph is a figure, as large as there is room. */
export const NumberLayout = plainLayout('slide-big')

/** A headline in large type, where a part of the story begins. */
export const SectionLayout = plainLayout('slide-section')

function besideLayout(kind: string) {
  return (props: LayoutProps) => (
    <Frame {...props} class={`slide-beside ${kind}`}>
      <div class="body">{props.text}</div>
      <div class="image">{props.picture}</div>
    </Frame>
  )
}

/** The first picture of the text on one side, the rest on the other. */
export const PictureLeftLayout = besideLayout('slide-picture-left')
export const PictureRightLayout = besideLayout('slide-picture-right')

/** The first picture of the text from edge to edge; the words stand on it. */
export function PictureLayout({ deck, slide, title, headline, picture, text }: LayoutProps) {
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
