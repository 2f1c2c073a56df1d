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

/* The package as npm packs it, laid into a folder with the packages that it asks for: an install that needs no network. */

const ROOT = join(import.meta.dirname, '../..')
const home = realpathSync(mkdtempSync(join(tmpdir(), 'countdown-package-')))
const project = join(home, 'project')
const installed = join(project, 'node_modules', 'countdown-story')
const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  bin: Record<string, string>
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
}

beforeAll(() => {
  mkdirSync(installed, { recursive: true })
  execFileSync('npm', ['pack', '--pack-destination', home], { cwd: ROOT, stdio: 'pipe' })
  const [archive = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'))
  execFileSync('tar', ['-xzf', join(home, archive), '-C', installed, '--strip-components=1'])
  for (const name of Object.keys({ ...about.dependencies, ...about.optionalDependencies })) {
    const link = join(project, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(ROOT, 'node_modules', name)), link)
  }
  writeFileSync(
    join(project, 'peaks.csv'),
    'Peak,Height (m)\nEverest,8849\nK2,8611\nKangchenjunga,8586\nLhotse,8516\nMakalu,8485\n',
  )
})
afterAll(() => {
  if (!process.env.KEEP) rmSync(home, { recursive: true, force: true })
  rmSync(join(ROOT, 'lib'), { recursive: true, force: true })
})

/** Runs the package's own command, as `npx countdown-story` does. */
function run(args: readonly string[], cwd = project) {
  const bin = join(installed, about.bin['countdown-story'] ?? '')
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

describe.runIf(process.platform === 'linux')('the package', () => {
  test('holds what is compiled, with types, and neither tests nor the story', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => /^(?:src|test|slides|charts|data|components|examples|dist)\b/.test(name))).toEqual([])
    expect(files.filter((name) => /(?<!\.d)\.tsx?$/.test(name))).toEqual([])
    const named = Object.values(about.exports).flatMap((each) => (typeof each === 'string' ? [each] : [each.types, each.default]))
    expect(named.filter((path) => !existsSync(join(installed, path)))).toEqual([])
  })

  test('makes a deck from a table and builds it, in its folder and from elsewhere', () => {
    const begun = run(['init', 'my-story', '--data', 'peaks.csv'])
    expect(begun).toMatchObject({ status: 0 })
    expect(begun.text).toContain('npx countdown-story my-story')
    expect(begun.text).not.toMatch(/npm run build|build\.ts/)
    const built = run(['my-story', '--only', 'deck,read,handout,data'])
    expect(built).toMatchObject({ status: 0 })
    const written = readdirSync(join(project, 'my-story', 'dist'))
    expect(written).toEqual(expect.arrayContaining(['index.html', 'read.html', 'handout.pdf', 'licences.txt', 'manifest.json']))
    const other = join(home, 'other')
    mkdirSync(other)
    expect(run([join(project, 'my-story'), '--only', 'data', '--out', join(other, 'out')], other)).toMatchObject({ status: 0 })
  })

  test('tells commands that work where they are read', () => {
    const { status, text } = run(['--help'])
    expect(status).toBe(0)
    expect(text).toContain('npx countdown-story')
    expect(text).not.toMatch(/npm run|build\.ts/)
    expect(run(['nowhere']).text).not.toMatch(/npm run|build\.ts/)
  })

  test('has types that editors of a deck find', () => {
    const settings = JSON.parse(readFileSync(join(project, 'my-story', 'tsconfig.json'), 'utf8')) as {
      compilerOptions: { paths: Record<string, string[]> }
    }
    const named = Object.values(settings.compilerOptions.paths)
      .flat()
      .filter((path) => !path.includes('*'))
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((path) => !existsSync(join(project, 'my-story', path)))).toEqual([])
  })
})
