import { cpSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createComposer } from '../../src/load/compose-story.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { silent } from '../../src/util/report.ts'
import { runFolder } from '../run-folder.ts'
import { drawing } from './drawing.ts'
import { samples } from './samples.ts'
import { turnedJpeg } from './turned.ts'

const work = runFolder('pictures')
const folder = join(work, 'deck')
cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
mkdirSync(join(folder, 'pictures'))
const composer = createComposer(folder, silent)
afterAll(() => composer.dispose())

const write = (file: string, contents: string | Uint8Array) => writeFileSync(join(folder, file), contents)
const slide = (body: string) => write('slides/door.mdx', `# A door opens before the last letter\n\n${body}\n`)
const doorOf = ({ slides }: Story) => slides.find(({ id }) => id === 'door') as Slide
const bodyOf = (story: Story) => writeTree(doorOf(story).body)

async function faultOf(body: string): Promise<string> {
  slide(body)
  return composer.compose().then(
    () => 'fine',
    (error: Error) => error.message,
  )
}

test('a picture gets its path and size; the file may have any name', async () => {
  write('slides/My door é.PNG', samples.png)
  write('pictures/図.jpeg', turnedJpeg('MM'))
  slide(
    '![A "door" & more](<My door é.PNG>) ![A sign](../pictures/図.jpeg)\n\n<img src="./My door é.PNG" alt="Half" width="15" />',
  )
  const story = await composer.compose()
  const { pictures, content } = doorOf(story)
  expect(bodyOf(story)).toMatchInlineSnapshot(`
    "<p><img src="assets/my-door-e.67a8ea94.png" alt="A &quot;door&quot; &amp; more" width="30" height="20"> <img src="assets/picture.fc81f16d.jpg" alt="A sign" width="20" height="30"></p>
    <p><img src="assets/my-door-e.67a8ea94.png" alt="Half" width="15" height="10"></p>"
  `)
  expect(writeTree(content)).toContain(bodyOf(story))
  expect(pictures?.map(({ path, type, width, height }) => [path, type, width, height])).toMatchInlineSnapshot(`
    [
      [
        "assets/my-door-e.67a8ea94.png",
        "image/png",
        30,
        20,
      ],
      [
        "assets/picture.fc81f16d.jpg",
        "image/jpeg",
        20,
        30,
      ],
    ]
  `)
  expect(composer.inputs).toEqual(expect.arrayContaining(['slides/My door é.PNG', 'pictures/図.jpeg']))
  write('pictures/図.jpeg', samples.jpeg)
  const changed = await composer.compose()
  expect(bodyOf(changed)).not.toBe(bodyOf(story))
  expect(changed.inputHash).not.toBe(story.inputHash)
  // Slides without one are those of before.
  expect(changed.slides[0]).not.toHaveProperty('pictures')
  write('pictures/図.jpeg', turnedJpeg('MM'))
  const again = await composer.compose()
  expect([bodyOf(again), again.inputHash]).toEqual([bodyOf(story), story.inputHash])
})

test('a file that is missing is told and waited for, and one that goes is told', async () => {
  const missing =
    'slides/door.mdx:3:1 found no file `pictures/lit.gif`, expected a picture of the deck; did you mean `lid.gif`? known: lid.gif, 図.jpeg'
  write('pictures/lid.gif', samples.gif)
  expect(await faultOf('![A lid](../pictures/lit.gif)')).toBe(missing)
  expect(composer.inputs).toContain('pictures/lit.gif')
  write('pictures/lit.gif', samples.gif)
  expect(bodyOf(await composer.compose())).toContain('src="assets/lit.')
  rmSync(join(folder, 'pictures/lit.gif'))
  await expect(composer.compose()).rejects.toThrow(missing)
})

test('only files of the deck are pictures', async () => {
  write('../outside.png', samples.png)
  symlinkSync(join(work, 'outside.png'), join(folder, 'slides/link.png'))
  symlinkSync(join(folder, 'pictures'), join(folder, 'slides/own'))
  mkdirSync(join(folder, 'slides/folder.png'))
  write('slides/large.png', '')
  truncateSync(join(folder, 'slides/large.png'), 21e6)
  expect(await faultOf('![A](link.png)')).toMatch(/`slides\/link.png`: found a link to what lies outside/)
  expect(await faultOf('![A](own/lid.gif)')).toBe('fine')
  expect(await faultOf('![A](../../outside.png)')).toMatch(/leads out of the deck's folder/)
  expect(await faultOf('![A](%2e%2e/%2e%2e/outside.png)')).toMatch(/leads out of the deck's folder/)
  expect(await faultOf('![A](folder.png)')).toMatch(/found no file `slides\/folder.png`/)
  expect(await faultOf('![A](own/LID.GIF)')).toMatch(/did you mean `lid.gif`/)
  expect(await faultOf('![A](large.png)')).toMatch(/`slides\/large.png`: found 21 MB, expected at most 20 MB/)
})

test('more pictures than a browser prints are told', async () => {
  const names = ['p1.png', 'p2.png', 'p3.png', 'p4.png']
  for (const name of names) {
    write(`slides/${name}`, samples.png)
    truncateSync(join(folder, 'slides', name), 16e6)
  }
  expect(
    await faultOf(
      names
        .slice(1)
        .map((name) => `![A](${name})`)
        .join(' '),
    ),
  ).toBe('fine')
  expect(await faultOf(names.map((name) => `![A](${name})`).join(' '))).toMatch(
    /^found 64 MB of pictures on all slides, expected at most 60 MB/,
  )
})

test('what a component or the template shows is found beside the slide', async () => {
  expect(
    await faultOf('<p dangerouslySetInnerHTML={{ __html: \'<IMG src="My door é.PNG" alt="A &quot;door&quot;">\' }} />'),
  ).toBe('fine')
  expect(bodyOf(await composer.compose())).toContain('" alt="A &quot;door&quot;" width="30" height="20">')
})

test('a drawing that runs is told with its file, line and element', async () => {
  write('pictures/run.svg', drawing('viewBox="0 0 1 1"', '\n<g onload="alert(1)"/>'))
  expect(await faultOf('![A](../pictures/run.svg)')).toBe(
    'slides/door.mdx:3:1 `pictures/run.svg:2:1`: `<g>`: found the attribute `onload`, expected none that begin with `on`; pictures run nothing',
  )
})
