import type { LayoutProps } from '../../story/deck.ts'
import { Frame } from './Frame.tsx'

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
