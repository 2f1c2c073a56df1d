import type { Output, OutputFile, OutputTools } from '../output.ts'
import type { Story, Track } from '../story.ts'
import { inlineStyle } from './assets.ts'
import { renderCell, renderSheet } from './share/pictures.ts'
import { FOLDER, PICTURE, recordCard, storyCard } from './share/sharing.ts'
import { splitSheet } from './share/split-sheet.ts'

/** Pictures on one sheet: browsers photograph at most 16,384 px from top to bottom. */
const MOST_ON_SHEET = 22

/** Pictures for link previews, of the story and of every record. */
export const share: Output = {
  name: 'share',
  description: `${FOLDER}/, pictures for link previews, of the story and of each record`,
  async make(story, tools) {
    if (tools.baseUrl === undefined) {
      tools.note('Link previews are without picture and address; say with --base-url where the outputs will be published.')
    }
    const [style, track] = await Promise.all([
      inlineStyle(tools.root, 'src/outputs/share/pictures.css', story.deck.palette),
      story.track('column'),
    ])
    return photograph(picturesOf(story, track), (cells) => renderSheet(story.deck, cells, style), tools)
  },
}

/** A picture: where it goes, and its markup. */
interface Picture {
  path: string
  cell: string
}

function picturesOf(story: Story, track: Track): Picture[] {
  const told = story.slides.filter(({ record }) => record)
  return [
    { path: storyCard(story).picture, cell: renderCell(story, track) },
    ...told.map((slide) => ({ path: recordCard(story, slide).picture, cell: renderCell(story, track, slide) })),
  ]
}

/** One page with all pictures is loaded once, and photographed sheet by sheet. */
async function photograph(
  pictures: readonly Picture[],
  render: (cells: readonly string[]) => string,
  { printer }: OutputTools,
): Promise<OutputFile[]> {
  const count = Math.ceil(pictures.length / MOST_ON_SHEET)
  const onSheet = Math.ceil(pictures.length / count)
  const sheets = await printer.photograph(render(pictures.map(({ cell }) => cell)), {
    window: { width: PICTURE.width, height: PICTURE.height * onSheet },
    count,
    develop: (sheet) => splitSheet(sheet, PICTURE.height),
  })
  const contents = sheets.flat()
  return pictures.map(({ path }, index) => ({ path, contents: contents[index] ?? '' }))
}
