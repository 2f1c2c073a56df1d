import { shown, UsageError } from '../util/diagnostic.ts'

/** A date as PDF writes it, in UTC. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}+00'00'`
}

/** The last second whose year a PDF can write: it has four digits for it. */
const LAST_SECOND = 253_402_300_799

/** The environment of a process, as far as it is read here. */
type Environment = Readonly<Record<string, string | undefined>>

/**
 * The date in `SOURCE_DATE_EPOCH`, seconds since 1970 as reproducible-builds.org has it; undefined where it is not set or empty.
 * Throws UsageError for anything else, as is asked there of whoever reads it: a date that is passed over would go unnoticed.
 */
export function sourceDate(env: Environment = process.env): Date | undefined {
  const epoch = env.SOURCE_DATE_EPOCH ?? ''
  if (epoch === '') return undefined
  if (/^(?:0|[1-9]\d{0,11})$/.test(epoch) && Number(epoch) <= LAST_SECOND) return new Date(Number(epoch) * 1000)
  const looksLike = /^\d{13}$/.test(epoch) ? ` such as ${epoch.slice(0, -3)}; these are milliseconds` : ' such as 1700000000'
  throw new UsageError(`SOURCE_DATE_EPOCH: found ${shown(epoch)}, expected whole seconds since 1970${looksLike}`)
}

/**
 * The date that documents carry: that of `SOURCE_DATE_EPOCH` where it is set, else the story's own. Never the clock. Throws
 * UsageError as `sourceDate` does.
 * @param date ISO 8601
 */
export function documentDate(date: string, env: Environment = process.env): Date {
  return sourceDate(env) ?? new Date(date)
}
