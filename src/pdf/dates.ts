/** How Chromium writes when a document was made and changed. A parenthesis within a title has a backslash, so none is taken for a time. */
const TIMES = /(\/(?:CreationDate|ModDate) \()D:\d{14}(Z|[+-]\d\d'\d\d'?)\)/g

/**
 * The document's information as it is written, with another date, so that the same input gives the same bytes. Throws when
 * the two times are not where Chromium writes them.
 */
export function withDate(information: string, date: Date): string {
  let times = 0
  const written = information.replace(TIMES, (_, key: string, zone: string) => {
    times++
    return `${key}D:${digits(date)}${zone.replace(/[+-]\d\d'\d\d/, "+00'00")})`
  })
  if (times !== 2) throw new Error(`the PDF says ${times} times when it was made or changed, expected 2`)
  return written
}

/** `20231231000000`, in UTC. */
function digits(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/\D/g, '')
}

/**
 * The date that documents carry: `SOURCE_DATE_EPOCH` (seconds since 1970) where it is set, as reproducible builds have it,
 * else the story's own. Never the clock.
 * @param date ISO 8601
 */
export function documentDate(date: string, env: Readonly<Record<string, string | undefined>> = process.env): Date {
  const epoch = env.SOURCE_DATE_EPOCH
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(date)
}
