import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type CompletedPdf, type Completion, completePdf } from '../../src/pdf/complete.ts'
import { joinPdfs } from '../../src/pdf/join.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'

const require = createRequire(import.meta.url)

function face(family: string, weight: number, file: string): string {
  const data = readFileSync(require.resolve(`@fontsource/${file}.woff2`)).toString('base64')
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`
}

const STYLE = `
${face('Test Serif', 600, 'source-serif-4/files/source-serif-4-latin-600-normal')}
${face('Test Sans', 400, 'source-sans-3/files/source-sans-3-latin-400-normal')}
${face('Test Sans', 600, 'source-sans-3/files/source-sans-3-latin-600-normal')}
@page { size: 640px 360px; margin: 0 }
body { margin: 0; font: 18px "Test Sans" }
section { box-sizing: border-box; height: 360px; padding: 20px; overflow: hidden; break-after: page }
h1, h2 { font: 600 24px "Test Serif"; margin: 0 }
.faint { opacity: 0.5 }
.narrow { width: 90px; hyphens: auto; text-transform: uppercase }`

/** A document of two acts and three pages with all that our PDFs have: bars, names, links, ligatures, hyphens, half-transparent text. */
export const SAMPLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Déficits – ein “Test”</title><style>${STYLE}</style></head><body>
<section><h1>One square at a time</h1><h2>Türkiye sells 4.8× what it buys, an official figure</h2><p><b>Bold</b></p><p class="narrow">internationalisation everywhere</p></section>
<section><h2>Côte d’Ivoire: $1,337.3 billion (12 %)</h2><svg role="img" aria-label="Bars: Côte d’Ivoire is first" width="200" height="100"><rect width="50" height="90"/><text x="60" y="50">in the chart</text></svg></section>
<section><h1>Tens</h1><h2>Links</h2><p class="faint">Half there, with <a href="https://example.org/a?b=1&amp;c=2">a link</a> and <a href="#none">none</a>.</p><svg role="img" aria-label="A second chart" width="10" height="10"><circle r="5"/></svg></section>
</body></html>`

/** Prints pages in the bundled browser. */
export async function printAll(...pages: string[]): Promise<Uint8Array[]> {
  try {
    const printed: Uint8Array[] = []
    for (const page of pages) printed.push(...(await printer.pdf(page)))
    return printed
  } finally {
  }
}

/** Completes a document that was printed in these parts. */
export function complete(parts: readonly Uint8Array[], completion: Completion = { date: new Date(0) }): CompletedPdf {
  return completePdf(joinPdfs(parts), completion)
}
