import { PNG } from 'pngjs'
import { beforeAll, expect, test } from 'vitest'
import { picturesOn, withPictures } from '../../src/outputs/slide-media.ts'
import { fitPictures } from '../../src/pictures/fit-pictures.ts'
import { createResizer } from '../../src/pictures/resize.ts'
import type { Picture } from '../../src/story/picture.ts'
import type { Slide } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { createCache } from '../../src/util/cache.ts'
import { runFolder } from '../run-folder.ts'

const folder = runFolder('fit')

/** Of no order, as photographs are, and the same every time. */
function noisy(width: number): Picture {
  const png = new PNG({ width, height: 8 })
  let seed = 1
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % 256
  }
  png.data = Buffer.from(Array.from({ length: width * 32 }, (_, at) => (at % 4 === 3 ? 255 : next())))
  return { path: 'assets/noise.12345678.png', contents: PNG.sync.write(png), type: 'image/png', width, height: 8 }
}

function slideWith(picture: Picture, layout = 'picture-left'): Slide {
  const tree = readTree(`<p><img src="${picture.path}" alt="Noise" width="${picture.width}"></p>`)
  return { id: 'a', layout, body: tree, content: tree, notes: tree, headline: tree, pictures: [picture] } as unknown as Slide
}

let fitted: Slide
beforeAll(async () => {
  const [slide] = await fitPictures([slideWith(noisy(3400))], createCache('resized', 10, folder))
  fitted = slide as Slide
})
const widthOf = (contents: Uint8Array) => PNG.sync.read(Buffer.from(contents)).width

test('a wide picture comes in the widths that it is shown in, and none is wider than a slide', () => {
  const [picture] = fitted.pictures ?? []
  expect([...(picture?.narrower ?? []), picture].map((each) => each && widthOf(each.contents))).toEqual([640, 1280, 2560])
  expect(writeTree(fitted.content)).toMatch(
    /<img src="(assets\/noise-2560\.\w+\.png)" alt="Noise" width="3400" srcset="assets\/noise-640\.\w+\.png 640w, assets\/noise-1280\.\w+\.png 1280w, \1 2560w" sizes="46vw">/,
  )
  const files = picturesOn([fitted.content], [fitted]).map(({ path, contents }) => [path, widthOf(contents as Uint8Array)])
  expect(files.map(([, width]) => width)).toEqual([640, 1280, 2560])
})

test('documents have the one that is sharp in its place', () => {
  const shown = (tree: Slide['content']) => {
    const [, data = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(writeTree(withPictures(tree, fitted))) ?? []
    return widthOf(Buffer.from(data, 'base64'))
  }
  expect(shown(fitted.content)).toBe(1280)
  expect(writeTree(withPictures(fitted.content, fitted))).not.toMatch(/srcset|sizes/)
})

test('what is small already, and drawings, stay the same object', async () => {
  const small = slideWith(noisy(700))
  const drawing = slideWith({ ...noisy(3400), type: 'image/svg+xml' })
  expect(await fitPictures([small, drawing], createCache('resized', 10, folder))).toEqual([small, drawing])
})

test('the same picture gives the same bytes, from the codec and from what was kept', async () => {
  const resizer = createResizer()
  const { contents } = noisy(3400)
  const again = await resizer.resize({ contents, type: 'image/png', width: 640, height: 2 })
  await resizer.dispose()
  expect(Buffer.from(again).equals(fitted.pictures?.[0]?.narrower?.[0]?.contents ?? Buffer.alloc(0))).toBe(true)
  const [kept] = await fitPictures([slideWith(noisy(3400))], createCache('resized', 10, folder))
  expect(kept?.content).toEqual(fitted.content)
})
