import type { LiveChart } from '../../motion/live-chart.ts'

/** What the page is given of its charts that come alive, as JSON. */
export interface ChartsData {
  /** Address of the script that draws them. */
  script: string
  /** How a chart is used by keys, for those who hear it. */
  keys: string
  charts: readonly ChartFiles[]
}

/** A chart by its slide, and its number among those in the text unless it is on the stage. */
export interface ChartFiles {
  slide: string
  inline?: number
  /** Addresses of its files by the ids of frames. */
  files: Readonly<Record<string, string>>
}

/** A chart that has been drawn. */
export interface DrawnChart {
  /** Sets what a step of its slide sets, and leaves what has been selected. Resolves when it is seen. */
  show(step: number): Promise<unknown>
  finalize(): void
}

/** Draws a chart into an element of its frame's size, its inputs into another; `keys` says how it is used by keys. Resolves when it is there. */
export type DrawChart = (chart: LiveChart, layer: HTMLElement, inputs: HTMLElement, keys: string) => Promise<DrawnChart>

declare global {
  interface Window {
    /** Left by the files of charts, which are scripts since a page opened from disk may not fetch data; by their keys. */
    countdownCharts?: Record<string, LiveChart>
    /** Left by the script that draws them. */
    countdownDrawChart?: DrawChart
  }
}

/** The key of a chart's file. */
export function keyOf({ slide, inline }: Pick<ChartFiles, 'slide' | 'inline'>, frame: string): string {
  return [slide, inline ?? 'stage', frame].join('/')
}
