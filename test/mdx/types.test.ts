import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { runFolder } from '../run-folder.ts'
import { typedSlide } from './typed-slide.ts'

const ROOT = join(import.meta.dirname, '../..')
const work = runFolder('types')
let told: readonly string[]

/** Mistakes that only types can tell: each would render to something. */
const WRONG = `import { usd } from '../data/format.ts'
import { by } from '../data/records.ts'

# Thailand sells for {usd(by.thailand.name)} a year

That is {by.thailand.deficits} more, <Quoted>as it is said</Quoted>, or <Quoted source="the source">as **it** is</Quoted>.

<Nobody />

<Notes>{by.thailand.deficit.toFixd(1)}</Notes>
`

/** Folders of slides, from the root of the project. */
const FOLDERS = [
  'slides',
  'examples/gallery-charts/slides',
  'examples/jobless-decade/slides',
  'examples/seattle-rain/slides',
  'examples/warm-years/slides',
]

beforeAll(async () => {
  const typed = new Map([
    ...FOLDERS.flatMap((folder) =>
      slidesOf(folder).map((file) => [file, typedSlide(readFileSync(join(ROOT, file), 'utf8'))] as const),
    ),
    ['slides/wrong.mdx', typedSlide(WRONG)] as const,
  ])
  for (const folder of FOLDERS) mkdirSync(join(work, folder), { recursive: true })
  for (const [file, { code }] of typed) writeFileSync(join(work, `${file}.tsx`), fromRoot(code, dirname(file)))
  writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(configuration()))
  writeFileSync(join(work, 'package.json'), '{"type":"module"}')
  symlinkSync(join(ROOT, 'node_modules'), join(work, 'node_modules'), 'junction')
  const { stdout } = await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', work, '--pretty', 'false'], {
    cwd: work,
    shell: process.platform === 'win32',
  }).catch((error: { stdout: string }) => error)
  told = stdout.split('\n').flatMap((line) => {
    const [, file = '', at, column, message] = /^((?:slides|examples)\/.*)\.tsx\((\d+),(\d+)\): (.*)$/.exec(line) ?? []
    // What slides import is checked with the rest of the project, by its own stricter settings.
    if (file === '') return line.startsWith('error ') ? [line] : []
    return [`${file}:${typed.get(file)?.lineOf(Number(at))}:${column} ${message}`]
  })
})

function slidesOf(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.mdx'))
  return files.map((file) => `${folder}/${file}`)
}

/** The settings that editors take for slides. */
function configuration(): object {
  return { extends: join(ROOT, 'slides/tsconfig.json'), include: [...FOLDERS, join(ROOT, 'slides/mdx.d.ts')] }
}

/** Imports of neighbours as imports of the deck's own files; columns after them in the line do not matter. */
function fromRoot(code: string, folder: string): string {
  return code.replace(/(from\s+['"])(\.\.?\/[^'"]*)/g, (_, before: string, path: string) => before + join(ROOT, folder, path))
}

test('every expression and property in the slides has the right type', () => {
  expect(told.filter((line) => !line.startsWith('slides/wrong.mdx'))).toEqual([])
})

test('what has the wrong type is told with its place in the slide', () => {
  const places = told.filter((line) => line.startsWith('slides/wrong.mdx')).map((line) => line.replace('slides/wrong.mdx:', ''))
  expect(places).toHaveLength(5)
  expect(places).toContainEqual(expect.stringMatching(/^4:27 error TS2345: .*string.*Printable/))
  expect(places).toContainEqual(expect.stringMatching(/^6:22 error TS2551: Property 'deficits' does not exist.*'deficit'/))
  expect(places).toContainEqual(expect.stringMatching(/^6:39 error TS2322: .*QuotedProps/))
  expect(places).toContainEqual(expect.stringMatching(/^8:2 error TS2339: Property 'Nobody' does not exist/))
  expect(places).toContainEqual(expect.stringMatching(/^10:29 error TS2551: Property 'toFixd'/))
})
