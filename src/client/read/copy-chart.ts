import { chartDocument, pngOf, svgText } from '../ui/chart-image.ts'

const BUTTON = 'copy-chart'

/**
 * Copies charts as PNG and SVG with headline and source: the one that stays in view, and those in the text by a button each. Where
 * nothing may be written to the clipboard, both are downloaded. `current` is the step whose chart is in view; `announce` says that a
 * chart was copied. Returns what copies the chart in view, or that in the text which has the focus.
 */
export function createCopyChart(
  host: HTMLElement | null,
  current: () => { id: string; title: string; source?: string | undefined },
  announce: (text: string) => void,
): () => void {
  const { source = '', copy = '', copied = '' } = host?.dataset ?? {}
  const charts = [...document.querySelectorAll<HTMLElement>('.step .chart')].filter((chart) => chart.querySelector('svg'))
  for (const chart of host ? [host, ...charts] : charts) addButton(chart)

  function addButton(chart: HTMLElement): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = BUTTON
    button.textContent = copy
    button.addEventListener('click', () => void copyFrom(chart, button))
    chart.append(button)
  }

  async function copyFrom(chart: HTMLElement, button: HTMLElement | null): Promise<void> {
    const svg = chart.querySelector<SVGSVGElement>('svg')
    if (!svg) return
    const step = chart.closest<HTMLElement>('.step')
    const shown = current()
    const title = step ? (step.querySelector('.headline')?.textContent ?? '') : shown.title
    const page = chartDocument(svg, { title, source: (step ? step.dataset.source : shown.source) ?? source })
    await deliver(page, step?.id ?? shown.id)
    announce(copied)
    if (!button) return
    button.textContent = copied
    setTimeout(() => {
      button.textContent = copy
    }, 2000)
  }

  return () => {
    const focused = document.activeElement?.closest<HTMLElement>('.step .chart')
    const chart = focused ?? host
    if (chart) void copyFrom(chart, chart.querySelector<HTMLElement>(`.${BUTTON}`))
  }
}

async function deliver(page: SVGSVGElement, name: string): Promise<void> {
  const text = svgText(page)
  try {
    const kind = ClipboardItem.supports?.('image/svg+xml') ? 'image/svg+xml' : 'text/plain'
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(page), [kind]: new Blob([text], { type: kind }) })])
  } catch {
    download(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
    download(await pngOf(page), `${name}.png`)
  }
}

function download(contents: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(contents)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
