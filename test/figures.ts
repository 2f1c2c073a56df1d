/** `npm run figures`: how large the house is, as the end of CONTRIBUTING.md says it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'CONTRIBUTING.md')
const CODE = /\.(?:tsx?|mjs|css|mdx)$/

/** A figure of the house, by its name in the table. */
export type Figures = Readonly<Record<'lines' | 'files' | 'rooms' | 'longest function', number>>

/** Lines and files of code in the machine and in what the shipped story is drawn with; rooms of the machine; lines of the longest function. */
export function countFigures(): Figures {
  const files = ['src', 'charts', 'components'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n').slice(0, -1)),
  )
  return {
    lines: files.flat().length,
    files: files.length,
    rooms: readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).length,
    'longest function': Math.max(...files.map(longestFunction)),
  }
}

/** What CONTRIBUTING.md says. */
export function writtenFigures(): Partial<Figures> {
  const rows = readFileSync(PAGE, 'utf8').matchAll(/^\| (lines|files|rooms|longest function) +\| +([\d,]+)/gm)
  return Object.fromEntries([...rows].map(([, name, figure = '']) => [name, Number(figure.replaceAll(',', ''))]))
}

/** In formatted code a function ends at the first brace below it that stands as far to the right as its own line. */
function longestFunction(lines: readonly string[]): number {
  const lengths = lines.map((line, start) => {
    if (!/(?:=>|\)|\w>?) \{$/.test(line) || !/\bfunction\b|=> \{$|^ *(?:async )?[\w$]+\(.*\{$|^\)/.test(line)) return 0
    if (/^\s*(?:\} )?(?:if|for|while|switch|catch|else)\b/.test(line)) return 0
    const indent = /^ */.exec(line)?.[0] ?? ''
    return lines.slice(start + 1).findIndex((other) => other.startsWith(`${indent}}`)) + 2
  })
  return Math.max(0, ...lengths)
}

if (import.meta.main) {
  const figures = Object.entries(countFigures())
  const page = figures.reduce(
    (text, [name, figure]) =>
      text.replace(new RegExp(`^(\\| ${name} +\\| +)[\\d,]+ *(?=\\|)`, 'm'), `$1${figure.toLocaleString('en').padEnd(7)}`),
    readFileSync(PAGE, 'utf8'),
  )
  writeFileSync(PAGE, page)
  for (const [name, figure] of figures) console.log(`${name}: ${figure}`)
}
