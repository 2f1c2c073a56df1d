import type { LayoutProps } from '../../story/deck.ts'
import { Frame } from './Frame.tsx'
import { Html } from './Html.tsx'
import { forSlide } from './record-table/for-slide.ts'

/** A sentence of the story and its text beside the stage; without a stage the text has the whole width. */
export function StatementLayout(props: LayoutProps) {
  if (!props.slide.stage) return <TextLayout {...props} />
  return (
    <Frame {...props} class="slide-statement">
      <div class="aside">
        <Html as="div" class="body" html={props.body} />
      </div>
    </Frame>
  )
}

/** Text in two columns and no stage: method, sources, readings. */
export function TextLayout(props: LayoutProps) {
  return (
    <Frame {...props} class="slide-text">
      <Html as="div" class="body" html={props.body} />
    </Frame>
  )
}

/** The whole width below the headline for what the slide brings itself, such as a table. */
export function FullLayout(props: LayoutProps) {
  return (
    <Frame {...props} class="slide-full">
      <Html as="div" class="body" html={forSlide(props.body)} />
    </Frame>
  )
}
