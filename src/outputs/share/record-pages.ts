import { wordsOf } from '../../messages/messages.ts'
import type { Slide, Story } from '../../story/story.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { bundleAssets } from '../assets.ts'
import { escapeMarkup, renderPage } from '../html-page.ts'
import type { OutputTools } from '../output.ts'
import { FOLDER, recordCard, renderSharing } from './sharing.ts'

/** A tiny page for each record: its link shows the record's card where it is shared, and leads to its place in the story. */
export async function makeRecordPages(story: Story, { root, baseUrl }: OutputTools): Promise<OutputFile[]> {
  const { files, paths } = await bundleAssets(root, ['src/client/ui/open-story.ts'])
  const pages = story.slides
    .filter(({ record }) => record)
    .map((slide) => {
      const path = `${FOLDER}/${slide.id}.html`
      return {
        path,
        contents: renderRecordPage(
          story,
          slide,
          renderSharing(story, recordCard(story, slide), baseUrl, path),
          `../${paths['open-story.js']}`,
        ),
      }
    })
  return [...pages, ...files]
}

/** A page that is its card and one link. Its script follows the link; services that make cards run none and stay. */
function renderRecordPage(story: Story, slide: Slide, sharing: string, script: string): string {
  const { title, description } = recordCard(story, slide)
  const { mark, read } = wordsOf(story.deck.lang)
  const target = `../read.html#${encodeURIComponent(slide.id)}`
  return renderPage({
    lang: story.deck.lang,
    title,
    description,
    head: `${sharing}
<script defer src="${script}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>`,
    body: `<main><h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(description)}</p>
<p${mark}><a href="${target}">${escapeMarkup(read.fromHere)}</a></p></main>`,
  })
}
