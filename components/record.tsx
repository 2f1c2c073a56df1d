import type { LayoutProps } from '../src/deck.ts'
import type { Describe } from './description.ts'
import { Facts } from './Facts.tsx'
import { Frame } from './Frame.tsx'
import { Html } from './Html.tsx'

/** Makes the layout of a record's slide: its figure and comparator beside the chart, all its facts below. */
export function createRecordLayout(describe: Describe) {
  return function RecordLayout(props: LayoutProps) {
    const { figure, facts } = describe(props.slide.record?.id ?? props.slide.id)
    return (
      <Frame {...props} class="slide-record">
        <div class="aside">
          <p class="figure">
            <span class="big">{figure.value}</span> <span class="caption">{figure.caption}</span>
          </p>
          <Html as="div" class="body" html={props.body} />
        </div>
        <Facts facts={facts} />
      </Frame>
    )
  }
}
