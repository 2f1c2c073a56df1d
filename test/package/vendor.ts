import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { packageFolder, readNotice } from '../../src/outputs/licences/licences.ts'

/** A module that compiled code imports by name, and what it imports from it. */
const IMPORTED = /(?:import ([^'(;]*?) from |\bimport\()'([^'.][^']*)'/g

/** What Puppeteer loads only for other protocols and transports, and for its own command line. */
const UNREACHED = ['ws', 'chromium-bidi', 'yargs']

/**
 * Bundles into `lib/vendor` what the compiled code in `lib` imports and package.json has for development alone: large packages of
 * which little is used, so that an install stays small. Their notices go with them. Throws for CommonJS that requires one of Node's modules.
 */
export async function vendor(root: string, lib: string): Promise<void> {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>
  const isIn = (list: object | undefined, module: string) => Object.hasOwn(list ?? {}, packageOf(module))
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:m?js)$/.test(name))
  const texts = new Map(files.map((name) => [name, readFileSync(join(lib, name), 'utf8')]))
  const imported = [...texts.values()].flatMap((text) => [...text.matchAll(IMPORTED)])
  const names = Map.groupBy(imported, ([, , module = '']) => module)
  const bundled = [...names.keys()].filter((module) => isIn(devDependencies, module) && !isIn(PARTS, module)).sort()
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: bundled.map((module) => ({ in: `vendor:${module}`, out: nameOf(module) })),
    plugins: [entries(root, (module) => exportsOf(module, names.get(module)?.map(([, clause]) => clause) ?? []))],
    outdir: join(lib, 'vendor'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: [...Object.keys(dependencies ?? {}), ...UNREACHED],
    // For Node it is CommonJS that requires Node's modules, for browsers the same as modules.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    metafile: true,
    logLevel: 'error',
  })
  const required = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ kind }) => kind === 'require-call'))
  if (required.length > 0)
    throw new Error(
      `found \`require\` of ${required.map(({ path }) => path).join(', ')}, which no module has; make its package a dependency`,
    )
  for (const [name, text] of texts) {
    const to = (module: string) => `./${relative(dirname(name), join('vendor', nameOf(module)))}.js`
    const changed = text.replace(IMPORTED, (whole: string, _, module: string) =>
      bundled.includes(module) ? whole.replace(`'${module}'`, `'${to(module)}'`) : whole,
    )
    if (changed !== text) writeFileSync(join(lib, name), changed)
  }
  const folders = [...new Set(Object.keys(metafile.inputs).map((path) => packageFolder(join(root, path), root)))].sort()
  const notices = await Promise.all(
    folders.map((folder) => readNotice(folder, 'Its licence stands with another package of this list.')),
  )
  writeFileSync(
    join(lib, 'vendor', 'LICENSES.txt'),
    notices.map(({ title, text }) => `${title}\n\n${text}\n`).join(`\n${'-'.repeat(72)}\n\n`),
  )
}

/** Packages that esbuild reads when a deck is built, and the files of them that it then reads. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'preact-render-to-string': ['dist/index.mjs'],
  'reveal.js': ['dist/reveal.mjs', 'dist/reveal.css'],
}

/** Fonts that every deck may use: those of its families, those with signs, and those whose widths the stand-ins of readers' machines have. */
const FONTS = [
  'source-sans-3',
  'source-serif-4',
  'source-code-pro',
  'noto-sans-math',
  'noto-sans-symbols',
  'roboto',
  'arimo',
  'tinos',
]
/** Of what is 400 wide and bold, style sheets use no other. */
const WEIGHTS = [400, 600, 700]

/** Copies the files that are used, a tenth of their packages, to where Node, esbuild and `OWN_FONTS` look for them. */
export function vendorParts(root: string, lib: string): void {
  for (const [name, files] of Object.entries(PARTS)) copyPart(root, lib, name, files)
  for (const font of FONTS) {
    const name = `@fontsource/${font}`
    const from = join(root, 'node_modules', name)
    const metadata = JSON.parse(readFileSync(join(from, 'metadata.json'), 'utf8')) as { weights: number[] }
    const weights = metadata.weights.filter((weight) => WEIGHTS.includes(weight))
    const isUsed = (file: string) => weights.some((weight) => file.endsWith(`-${weight}-normal.woff2`))
    const files = readdirSync(join(from, 'files')).filter(isUsed)
    copyPart(root, lib, name, ['unicode.json', ...files.map((file) => `files/${file}`)])
    writeFileSync(join(lib, 'node_modules', name, 'metadata.json'), JSON.stringify({ ...metadata, weights }))
  }
}

function copyPart(root: string, lib: string, name: string, files: readonly string[]): void {
  for (const file of ['package.json', 'LICENSE', ...files])
    cpSync(join(root, 'node_modules', name, file), join(lib, 'node_modules', name, file))
}

/** What `vendor` bundles begins with modules that export what is asked for, by name: some packages are CommonJS. */
function entries(root: string, contentsOf: (module: string) => string): Plugin {
  return {
    name: 'entries',
    setup(build) {
      build.onResolve({ filter: /^vendor:/ }, ({ path }) => ({ path: path.slice('vendor:'.length), namespace: 'vendor' }))
      build.onLoad({ filter: /./, namespace: 'vendor' }, ({ path }) => ({ contents: contentsOf(path), resolveDir: root }))
    },
  }
}

/** A module that exports what these clauses of imports name, or all of another where it is imported as a whole. */
function exportsOf(module: string, clauses: readonly (string | undefined)[]): string {
  const named = new Set(
    clauses.flatMap((clause) => {
      const [, fallback, list = ''] = /^(\w+)?(?:, )?(?:\{([^}]*)\})?$/.exec(clause ?? '') ?? []
      return [...(fallback ? ['default'] : []), ...list.split(',').map((name) => name.trim().split(' as ')[0] ?? '')].filter(
        Boolean,
      )
    }),
  )
  const isWhole = clauses.some((clause) => clause === undefined || clause.startsWith('*'))
  if (!isWhole) return `export { ${[...named].join(', ')} } from '${module}'`
  return `export * from '${module}'\nimport * as all from '${module}'\nexport default all.default`
}

/** The package that a module is of. */
function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/')
}

function nameOf(module: string): string {
  return module.replace(/^@/, '').replace(/\.js$/, '').replaceAll('/', '-')
}
