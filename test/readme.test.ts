import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import about from '../package.json' with { type: 'json' }
import { help, parseFlags } from '../src/cli/flags.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGES = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))
const DECISIONS = readdirSync(join(ROOT, 'docs/decisions'))
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'docs/decisions/README.md',
  ...PAGES.map((name) => `docs/${name}`),
]

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document)
  const prose = text.replace(/^```.*?^```$|`[^`\n]*`/gms, '')
  const links = [...prose.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))

  test('its links and anchors lead somewhere', () => {
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => `#${slug(heading)}`)
    const broken = links.filter((target) =>
      target.startsWith('#') ? !anchors.includes(target) : !existsSync(join(ROOT, document, '..', target)),
    )
    expect(broken).toEqual([])
  })

  test('the commands it names exist', () => {
    const scripts = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
    expect(scripts.filter((name) => !Object.hasOwn(about.scripts, name))).toEqual([])
    const flags = [...text.matchAll(/`--([\w-]+)/g)].map(([, name = '']) => name)
    expect(flags.filter((name) => !help().includes(`--${name}`))).toEqual([])
  })
})

test('the README leads to every page of the documentation', () => {
  const readme = read('README.md')
  expect(PAGES.filter((name) => !readme.includes(`](docs/${name})`))).toEqual([])
})

test('each decision has a date, and its place in the list', () => {
  const list = read('docs/decisions/README.md')
  const others = DECISIONS.filter((name) => name !== 'README.md')
  expect(others.filter((name) => !list.includes(`](${name})`))).toEqual([])
  expect(others.filter((name) => !/^# .+\n\nStands, since 20\d\d-\d\d-\d\d\.\n/.test(read(`docs/decisions/${name}`)))).toEqual([])
})

test('the two commands of the README are what CI runs', () => {
  const commands = [...read('README.md').matchAll(/^(npm [^#\n]+?)\s*(?:#.*)?$/gm)].map(([, command = '']) => command)
  expect(commands).toEqual(['npm ci && npm run build', 'npm test'])
  const ofThePackage = [...read('README.md').matchAll(/^npx countdown-story (.+?)\s+#/gm)].map(([, args = '']) => args.split(' '))
  expect(ofThePackage.map((args) => parseFlags(args).command)).toEqual(['init', 'build', 'build'])
  for (const command of commands) expect(read('.ci/run').split('\n')).toContain(command)
})
