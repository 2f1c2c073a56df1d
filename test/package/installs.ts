/**
 * `npm run installs [-- 22 24 26]`: the package from its tarball, installed by npm and by pnpm into empty folders, used on several versions of Node. It
 * needs the registry, so it stands apart from `npm test`. One line a step; exit code 1 when one fails.
 */
import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
/** In MB, with the browser. */
const LARGEST = 155
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24', '26']
const home = realpathSync(mkdtempSync(join(tmpdir(), 'countdown-installs-')))
const tools = folder('tools', { private: true })
const bins = join(tools, 'node_modules', '.bin')
let failures = 0

const nodes = versions.map((version) => `node${version}@npm:node@${version}`)
npm(tools, 'install', ...nodes, 'pnpm@10', 'publint', '@arethetypeswrong/cli', 'typescript')
execFileSync('npm', ['pack', '--pack-destination', home], { cwd: ROOT, stdio: 'pipe' })
const archive = join(home, readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '')
step('publint', run('publint', ['run', '--strict', archive], ROOT), /All good/)
step('attw', run('attw', [archive, '--config-path', join(ROOT, '.attw.json')], ROOT))
for (const manager of ['npm', 'pnpm']) {
  const project = folder(manager, { private: true })
  if (manager === 'npm') npm(project, 'install', archive)
  else step('pnpm add', run('pnpm', ['add', archive], project))
  const [size = '0'] = execFileSync('du', ['-sm', 'node_modules'], { cwd: project, encoding: 'utf8' }).split('\t')
  report(`${manager} ${size} MB`, Number(size) <= LARGEST)
  for (const version of versions) await use(project, version)
}
const bare = folder('bare', { private: true })
npm(bare, 'install', '--omit=optional', archive)
const env = { HOME: home, PUPPETEER_CACHE_DIR: home, PATH: join(tools, 'node_modules', 'node24', 'bin') }
step('init without optional packages', story(bare, 'node24', ['init', 'bare', '--data', 'peaks.csv']))
step('build without a browser', story(bare, 'node24', ['bare'], env), /\nfound no browser[^\n]*\n$/, 3)
rmSync(home, { recursive: true, force: true })
process.exitCode = failures > 0 ? 1 : 0

/** All that an author does, on one version of Node. */
async function use(project: string, version: string): Promise<void> {
  const node = `node${version}`
  const deck = `on-${version}`
  const named = (what: string) => `${project.slice(home.length + 1)}, Node ${version}: ${what}`
  const does = (what: string, args: string[], says?: RegExp) => step(named(what), story(project, node, args), says)
  does('init', ['init', deck, '--data', 'peaks.csv'], new RegExp(`npx countdown-story ${deck}`))
  does('build', [deck], /slides\.pdf/)
  does('check', [deck, '--check'])
  does('chart', ['chart', 'bar.vl.json', '--out', 'charts'], /drawn/)
  step(named('types'), run('tsc', ['-p', join(project, deck)], project))
  const outside = join(home, `outside-${node}`)
  cpSync(join(project, deck), outside, { recursive: true, filter: (path) => !path.endsWith('dist') })
  does('a deck outside', [outside])
  await serves(named('watch'), project, node, [deck, '--watch'], join(project, deck, 'slides/opening.mdx'))
  await serves(named('present'), project, node, ['present', deck])
}

/** Starts a command that serves pages, asks for one, saves a file where one is given, and ends it. */
async function serves(name: string, project: string, node: string, args: readonly string[], saved?: string): Promise<void> {
  const child = spawn(program(node), [bin(project), ...args], { cwd: project, env: { ...process.env, PATH: bins } })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const heard = async (what: RegExp) => {
    for (let i = 0; i < 300 && !what.test(said); i++) await new Promise((resolve) => setTimeout(resolve, 100))
    return what.exec(said)?.[0] ?? ''
  }
  const address = await heard(/http:\/\/[^\s]+/)
  const answer = await fetch(address).catch(() => undefined)
  if (saved !== undefined) {
    await heard(/ready in/)
    appendFileSync(saved, '\n')
  }
  const renewed = saved === undefined || (await heard(/renewed in/)) !== ''
  child.kill()
  report(name, answer?.status === 200 && renewed)
}

function story(project: string, node: string, args: readonly string[], env = {}): SpawnSyncReturns<string> {
  return spawnSync(program(node), [bin(project), ...args], { cwd: project, encoding: 'utf8', env: { ...process.env, ...env } })
}

function program(node: string): string {
  return join(tools, 'node_modules', node, 'bin', 'node')
}

function bin(project: string): string {
  return realpathSync(join(project, 'node_modules', 'countdown-story', 'lib', 'cli', 'bin.js'))
}

function folder(name: string, about: object): string {
  const path = join(home, name)
  mkdirSync(path)
  writeFileSync(join(path, 'package.json'), JSON.stringify(about))
  writeFileSync(join(path, 'peaks.csv'), 'Peak,Height (m)\nEverest,8849\nK2,8611\nLhotse,8516\nMakalu,8485\nCho Oyu,8188\n')
  const encoding = { x: { field: 'a' }, y: { field: 'b', type: 'quantitative' } }
  writeFileSync(join(path, 'bar.vl.json'), JSON.stringify({ data: { values: [{ a: 'x', b: 3 }] }, mark: 'bar', encoding }))
  return path
}

function npm(cwd: string, ...args: string[]): void {
  step(`npm ${args[0]} in ${cwd.slice(home.length + 1)}`, run('npm', [...args, '--no-audit', '--no-fund'], cwd))
}

function run(command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const env = { ...process.env, PATH: `${bins}${delimiter}${process.env.PATH}` }
  return spawnSync(command, args, { cwd, encoding: 'utf8', env })
}

function step(name: string, { status, stdout, stderr }: SpawnSyncReturns<string>, says = /(?:)/, code = 0): void {
  const text = stdout + stderr
  report(name, status === code && says.test(text), text)
}

function report(name: string, isDone: boolean, text = ''): void {
  if (!isDone) failures++
  process.stdout.write(isDone ? `done    ${name}\n` : `FAILED  ${name}\n${text}\n`)
}
