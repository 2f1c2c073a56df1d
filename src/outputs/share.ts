import type { Output, OutputFile, OutputTools } from '../output.ts'
import type { Slide, Story } from '../story.ts'
import { inlineStyle } from './assets.ts'
import { renderPictures } from './share/pictures.ts'
import { FOLDER, PICTURE, recordCard, storyCard } from './share/sharing.ts'

/** Pictures for link previews, of the story and of every record. */
export const share: Output = {
  name: 'share',
  description: `${FOLDER}/, pictures for link previews, of the story and of each record`,
  async make(story, tools) {
    if (tools.baseUrl === undefined)
      tools.note(
        'Link previews have no picture and no canonical address; give the address of the published folder with --base-url.',
      )
    const told = story.slides.filter(({ record }) => record)
    return makePictures(story, told, tools)
  },
}

async function makePictures(story: Story, told: readonly Slide[], { root, printer }: OutputTools): Promise<OutputFile[]> {
  const [style, track] = await Promise.all([inlineStyle(root, 'src/outputs/share/pictures.css'), story.track('column')])
  const cards = [storyCard(story), ...told.map((slide) => recordCard(story, slide))]
  const html = renderPictures(story, told, track, style)
  const pictures = await printer.screenshots(html, PICTURE, cards.length)
  return pictures.map((contents, position) => ({ path: cards[position]?.picture ?? '', contents }))
}
