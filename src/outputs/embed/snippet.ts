import type { HeightMessage } from '../../client/embed/report-height.ts'
import { escapeMarkup } from '../html-page.ts'

/** Height of a frame in px, until the chart in it has said its own. */
export const HEIGHT = 640

const TYPE: HeightMessage['type'] = 'countdown-story:height'

const STYLE = `.countdown-story{width:100%;height:${HEIGHT}px;border:0}@supports (frame-sizing:content-height){.countdown-story{height:auto;frame-sizing:content-height}}`

const SCRIPT = `addEventListener('message',function(e){if(e.data&&e.data.type==='${TYPE}')document.querySelectorAll('iframe.countdown-story').forEach(function(f){if(f.contentWindow===e.source)f.style.height=e.data.height+'px'})})`

/** What someone pastes into their page: the frame, and what keeps it as high as the chart, by CSS or else by its messages. */
export function snippetOf(address: string, title: string): string {
  return `<iframe class="countdown-story" src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" loading="lazy"></iframe>
<style>${STYLE}</style>
<script>${SCRIPT}</script>`
}
