import { splitAccessPath } from 'vega'
import type { ChartSpec } from '../story/slide-chart.ts'
import { partsOf } from './parts-of.ts'

/** What Vega says of a domain that a logarithm does not have; it knows neither the field nor a way out. */
const OUTSIDE = /^Log scale domain includes zero: (.*)$/

/** Puts ways out into what Vega says of a scale, in the words of the chart's author; other messages stay. */
export function logScaleWords(message: string, chart: ChartSpec): string {
  const [, domain] = OUTSIDE.exec(message) ?? []
  if (domain === undefined) return message
  const fields = [...partsOf(chart)].flatMap(({ field, type, scale, domain: of }) => {
    const found = Object(scale).type === 'log' ? field : type === 'log' ? Object(of).field : undefined
    return typeof found === 'string' ? [found] : []
  })
  const names = [...new Set(fields)]
  const of = names.length === 0 ? '' : ` of ${names.map((name) => `\`${name}\``).join(', ')}`
  const test = names.map((name) => `datum['${splitAccessPath(name).join("']['")}'] > 0`).join(' && ')
  const filter = test && `leave other rows out with {"filter": ${JSON.stringify(test)}}, `
  return `found the domain ${domain} on the log scale${of}, expected values above zero; ${filter}begin the scale at a larger value with "domainMin": 1, or make its type "symlog"`
}
