import { hash } from 'node:crypto'
import { relative } from 'node:path'
import type { Story, Track } from '../../story/story.ts'
import { createCache, MOST_CACHED, noCache } from '../../util/cache.ts'
import { hashFiles } from '../../util/files.ts'
import { machineFile, SOURCES } from '../../util/machine.ts'
import { inlineStyle, storyStyle } from '../assets.ts'
import type { Output } from '../output.ts'
import { drawMissing } from './picture-cache.ts'
import { renderCell, renderSheet } from './share-pictures.ts'
import { PICTURE, recordCard, storyCard } from './sharing.ts'

const STYLE = 'src/outputs/share/pictures.css'

/** What decides, beside markup, style and browser, over the bytes of a picture. */
const DRAWN_BY = ['src/browser/launch.ts', 'src/browser/page.ts'].map((path) => relative(SOURCES, machineFile(path)))

/** Pictures for link previews, of the story and of every record. */
export const share: Output = {
  printStyle: STYLE,
  async make(story, tools) {
    if (tools.baseUrl === undefined) {
      tools.note('Link previews are without picture and address; say with --base-url where the outputs will be published.')
    }
    const [style, track] = await Promise.all([inlineStyle(tools.root, STYLE, storyStyle(story)), story.track('column')])
    const pictures = picturesOf(story, track)
    const render = (cells: readonly string[]) => renderSheet(story.deck, cells, style)
    const contents = await drawMissing(
      pictures.map(({ cell }) => cell),
      hash('sha256', render([]) + hashFiles(SOURCES, DRAWN_BY) + (await tools.printer.version())),
      pictures.length > MOST_CACHED ? noCache : createCache('pictures'),
      (cells) => tools.printer.photograph(render(cells), PICTURE, cells.length),
    )
    return pictures.map(({ path }, index) => ({ path, contents: contents[index] ?? '' }))
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
