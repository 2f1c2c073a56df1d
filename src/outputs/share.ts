import type { Output, OutputFile, OutputTools } from '../output.ts'
import type { Story, Track } from '../story.ts'
import { inlineStyle } from './assets.ts'
import { renderCell, renderSheet } from './share/pictures.ts'
import { FOLDER, PICTURE, recordCard, storyCard } from './share/sharing.ts'
import { splitSheet } from './share/split-sheet.ts'

/** Pictures on one sheet: browsers photograph at most 16,384 px from top to bottom. */
const ON_SHEET = 22

/** Pictures for link previews, of the story and of every record. */
export const share: Output = {
  name: 'share',
  description: `${FOLDER}/, pictures for link previews, of the story and of each record`,
  async make(story, tools) {
    if (tools.baseUrl === undefined) {
      tools.note('Link previews are without picture and address; say with --base-url where the outputs will be published.')
    }
    const [style, track] = await Promise.all([inlineStyle(tools.root, 'src/outputs/share/pictures.css', story.deck.palette), story.track('column')])
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

async function photograph(
  pictures: readonly Picture[],
  render: (cells: readonly string[]) => string,
  { printer }: OutputTools,
): Promise<OutputFile[]> {
  const sheets = Array.from({ length: Math.ceil(pictures.length / ON_SHEET) }, (_, index) =>
    pictures.slice(index * ON_SHEET, (index + 1) * ON_SHEET),
  )
  const files = sheets.map(async (some) => {
    const html = render(some.map(({ cell }) => cell))
    return cut(await printer.screenshot(html, { width: PICTURE.width, height: PICTURE.height * some.length }), some)
  })
  return (await Promise.all(files)).flat()
}

async function cut(sheet: Uint8Array, pictures: readonly Picture[]): Promise<OutputFile[]> {
  const parts = await splitSheet(sheet, PICTURE.height)
  return pictures.map(({ path }, index) => ({ path, contents: parts[index] ?? '' }))
}
