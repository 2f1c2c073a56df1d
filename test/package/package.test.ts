import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { copyProject } from '../reproducible/elsewhere.ts'

/* The package as npm packs it, laid into a folder with the packages that it asks for: an install that needs no network. */

const ROOT = join(import.meta.dirname, '../..')
const home = realpathSync(mkdtempSync(join(tmpdir(), 'countdown-package-')))
const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  bin: Record<string, string>
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
}

/** Where the package lies in a project, and its own packages: as npm lays them out, and as pnpm does. */
const LAYOUTS = {
  hoisted: 'node_modules/countdown-story',
  strict: 'node_modules/.pnpm/countdown-story@0.1.0/node_modules/countdown-story',
  bare: 'node_modules/countdown-story',
} as const
type Layout = keyof typeof LAYOUTS
const projectOf = (layout: Layout) => join(home, layout)
const installed = join(projectOf('hoisted'), LAYOUTS.hoisted)

beforeAll(() => {
  // It is compiled where it lies, where other tests read, and which may belong to another user.
  const source = copyProject(join(home, 'source'))
  const env = { ...process.env, npm_config_cache: join(home, 'cache') }
  execFileSync('npm', ['pack', '--pack-destination', home], { cwd: source, env, stdio: 'pipe' })
  const [archive = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'))
  for (const layout of ['hoisted', 'strict', 'bare'] as const) install(join(home, archive), layout)
})
afterAll(() => {
  if (!process.env.KEEP) rmSync(home, { recursive: true, force: true })
})

/** Lays the archive into a project, and beside it links to what it depends on; `bare` is an install without optional packages. */
function install(archive: string, layout: Layout): void {
  const project = projectOf(layout)
  const folder = join(project, LAYOUTS[layout])
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'])
  for (const name of Object.keys({ ...about.dependencies, ...(layout !== 'bare' && about.optionalDependencies) })) {
    const link = join(folder, '..', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(ROOT, 'node_modules', name)), link)
  }
  if (layout === 'strict') symlinkSync(folder, join(project, LAYOUTS.hoisted))
  writeFileSync(
    join(project, 'peaks.csv'),
    'Peak,Height (m)\nEverest,8849\nK2,8611\nKangchenjunga,8586\nLhotse,8516\nMakalu,8485\n',
  )
}

interface Place {
  layout?: Layout
  cwd?: string
  env?: Readonly<Record<string, string>>
}

/** Runs the package's own command, as `npx countdown-story` does. */
function run(args: readonly string[], { layout = 'hoisted', cwd = projectOf(layout), env = {} }: Place = {}) {
  const bin = join(projectOf(layout), LAYOUTS.hoisted, about.bin['countdown-story'] ?? '')
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, text: stdout + stderr }
}

/** What the compiler finds in a deck, as its tsconfig.json says it to editors. */
function typesIn(deck: string): string {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [compiler, '-p', deck], { cwd: join(deck, '..'), encoding: 'utf8' }).stdout
}

interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  additionalProperties?: boolean | Schema
  definitions?: Record<string, Schema>
}

/** What a value has that its schema does not allow: as much of the standard as these schemas use. */
function faults(value: unknown, schema: Schema, root: Schema, path = '$'): string[] {
  if (schema.$ref)
    return faults(value, root.definitions?.[decodeURIComponent(schema.$ref.split('/').at(-1) ?? '')] ?? {}, root, path)
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  const kinds = [schema.type ?? kind].flat()
  if (!kinds.includes(kind)) return [`${path}: found ${kind}, expected ${kinds.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: found ${String(value)}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => faults(item, schema.items ?? {}, root, `${path}[${index}]`))
  if (kind !== 'object') return []
  const own = value as Record<string, unknown>
  return [
    ...(schema.required ?? []).filter((name) => !(name in own)).map((name) => `${path}.${name}: missing`),
    ...Object.entries(own).flatMap(([name, each]) => {
      const known = schema.properties?.[name]
      if (known) return faults(each, known, root, `${path}.${name}`)
      return schema.additionalProperties === false ? [`${path}.${name}: unknown`] : []
    }),
  ]
}

function schemaOf(name: string): Schema {
  return JSON.parse(readFileSync(join(installed, 'lib/schemas', `${name}.json`), 'utf8')) as Schema
}

const check = (name: string, value: unknown) => faults(value, schemaOf(name), schemaOf(name))

/** What is made of a new deck, but for what every build makes. */
const PRINTED = ['index.html', 'read.html', 'slides.pdf', 'handout.pdf', 'data']

describe.runIf(process.platform === 'linux')('the package', () => {
  test('holds what is compiled, with types, and neither tests nor the story', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => /^(?:src|test|slides|charts|data|components|examples|dist)\b/.test(name))).toEqual([])
    expect(files.filter((name) => /(?<!\.d)\.tsx?$/.test(name))).toEqual([])
    const named = Object.values(about.exports).flatMap((each) => (typeof each === 'string' ? [each] : [each.types, each.default]))
    expect(named.filter((path) => !existsSync(join(installed, path.replace(/\*.*/, ''))))).toEqual([])
  })

  // Notices are named by where their packages lie, which behind links is elsewhere: pages are made in one of the layouts.
  test.each([
    ['hoisted', 'in its folder', 'deck,read,slides,handout,data', PRINTED],
    ['strict', 'from elsewhere', 'data', ['data']],
  ] as const)('%s, makes a deck from a table and builds it, %s', (layout, where, only, files) => {
    const begun = run(['init', 'my-story', '--data', 'peaks.csv'], { layout })
    expect(begun).toMatchObject({ status: 0 })
    expect(begun.text).toContain('npx countdown-story my-story')
    expect(begun.text).not.toMatch(/npm run build|build\.ts/)
    const folder = join(projectOf(layout), 'my-story')
    const place = where === 'in its folder' ? { layout } : { layout, cwd: home }
    const built = run([...(where === 'in its folder' ? ['my-story'] : [folder, '--out', 'out']), '--only', only], place)
    expect(built).toMatchObject({ status: 0 })
    const written = readdirSync(where === 'in its folder' ? join(folder, 'dist') : join(home, 'out'))
    expect(written).toEqual(expect.arrayContaining([...files, 'licences.txt', 'manifest.json']))
  })

  test.each(['hoisted', 'strict'] as const)(
    '%s, has types that a deck is checked with, by a path that outlives a version',
    (layout) => {
      const deck = join(projectOf(layout), 'my-story')
      expect(readFileSync(join(deck, 'tsconfig.json'), 'utf8')).not.toContain('.pnpm')
      writeFileSync(
        join(deck, 'data', 'wrong.tsx'),
        "import { narrateActs } from 'countdown-story'\nexport const row = <p>{narrateActs}</p>\n",
      )
      // And there is nothing else wrong.
      expect(typesIn(deck).trim().split('\n')).toEqual([
        expect.stringMatching(/^my-story\/data\/wrong\.tsx.*no exported member named 'narrateActs'. Did you mean 'narrateAct'/),
      ])
    },
  )

  test('draws a chart without a deck, with the packages that came inside', () => {
    const spec = {
      data: { values: [{ a: 'x', b: 3 }] },
      mark: 'bar',
      encoding: { x: { field: 'a' }, y: { field: 'b', type: 'quantitative' } },
    }
    writeFileSync(join(projectOf('strict'), 'bar.vl.json'), JSON.stringify(spec))
    expect(run(['chart', 'bar.vl.json', '--out', 'charts'], { layout: 'strict' })).toEqual({
      status: 0,
      text: expect.stringMatching(/drawn/),
    })
    const notices = readFileSync(join(installed, 'lib/vendor/LICENSES.txt'), 'utf8')
    expect(notices).toMatch(/^puppeteer-core [\d.]+ · Apache-2\.0/m)
    expect(notices).toContain('Apache License')
  })

  test('without optional packages makes all but PDFs and pictures, and says so in one line', () => {
    const env = { PATH: dirname(process.execPath), HOME: home, PUPPETEER_CACHE_DIR: home, PUPPETEER_EXECUTABLE_PATH: '' }
    expect(run(['init', 'my-story', '--data', 'peaks.csv'], { layout: 'bare' })).toMatchObject({ status: 0 })
    const { status, text } = run(['my-story', '--only', 'deck,slides'], { layout: 'bare', env })
    expect(status).toBe(3)
    expect(text).toMatch(/\n\nfound no browser, without which there are no PDFs and no pictures; install [^\n]*\n$/)
    const written = readdirSync(join(projectOf('bare'), 'my-story', 'dist'))
    expect(written).toEqual(expect.arrayContaining(['index.html', 'licences.txt']))
    expect(written.filter((name) => name.endsWith('.pdf'))).toEqual([])
  })

  test('tells commands that work where they are read', () => {
    const { status, text } = run(['--help'])
    expect(status).toBe(0)
    expect(text).toContain('npx countdown-story')
    expect(text).not.toMatch(/npm run|build\.ts/)
    expect(run(['nowhere']).text).not.toMatch(/npm run|build\.ts/)
    const pages = readdirSync(join(installed, 'docs')).filter((name) => /\.(?:md|txt)$/.test(name))
    const ofClones = pages.filter((name) => /npm run (?!build -- …)/.test(readFileSync(join(installed, 'docs', name), 'utf8')))
    expect(ofClones).toEqual(['add-an-output.md', 'performance.md'])
  })

  describe('its schemas', () => {
    test('the frontmatter of every slide here is as its schema says, and a misspelt key is not', () => {
      const folders = [
        'slides',
        ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/slides`),
        'test/decks/authored/slides',
      ]
      const found = folders.flatMap((folder) =>
        readdirSync(join(ROOT, folder))
          .filter((file) => file.endsWith('.mdx'))
          .flatMap((file) => /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(ROOT, folder, file), 'utf8'))?.[1] ?? []),
      )
      expect(found.length).toBeGreaterThan(10)
      for (const yaml of found) expect(check('frontmatter', parse(yaml)), yaml).toEqual([])
      expect(check('frontmatter', { layuot: 'text' })).toEqual(['$.layuot: unknown'])
      expect(check('frontmatter', { aliases: 'old' })).toEqual(['$.aliases: found string, expected array'])
    })

    test('the data packages here are as theirs says, and one without columns is not', () => {
      for (const path of [
        'data/datapackage.json',
        ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/data/datapackage.json`),
      ]) {
        let text: string
        try {
          text = readFileSync(join(ROOT, path), 'utf8')
        } catch {
          continue
        }
        expect(check('datapackage', JSON.parse(text)), path).toEqual([])
      }
      expect(check('datapackage', { resources: [{ path: 'a.csv', schema: {} }] })).toEqual([
        '$.resources[0].schema.fields: missing',
      ])
    })

    test('the schema of a deck has what a deck declares, with its words, and the forms of functions', () => {
      const { properties = {}, required = [] } = schemaOf('deck')
      expect(required).toEqual(expect.arrayContaining(['title', 'lang', 'date', 'acts', 'records']))
      expect(properties).toHaveProperty('theme')
      expect(properties.template).toMatchObject({ $comment: '(record: never) => TemplateParts' })
      expect(JSON.stringify(properties.lang)).toContain('BCP 47')
    })
  })
})
