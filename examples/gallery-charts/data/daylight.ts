/* When the sun is up, from where it stands on a day; good to about two minutes outside of the polar circles. */

/** By how much the axis of the earth leans, in degrees. */
export const TILT = 23.44
/** Where the middle of the sun is when its upper edge is seen on the horizon, in degrees above it. */
const SUNRISE = -0.833
const DAY = 86_400_000

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The latitude over which the sun stands on a day of 2024, in degrees north. */
export function sunOver(day: Date): number {
  const days = (day.getTime() - Date.UTC(2024, 0, 1)) / DAY
  const anomaly = radians(357.5 + 0.9856 * days)
  const longitude = radians(280 + 0.9856 * days + 1.915 * Math.sin(anomaly))
  return (Math.asin(Math.sin(radians(TILT)) * Math.sin(longitude)) * 180) / Math.PI
}

/** Hours of daylight at a latitude while the sun stands over another; both in degrees north. */
export function daylight(latitude: number, sun: number): number {
  const [here, there] = [radians(latitude), radians(sun)]
  const cosine = (Math.sin(radians(SUNRISE)) - Math.sin(here) * Math.sin(there)) / (Math.cos(here) * Math.cos(there))
  return (24 / Math.PI) * Math.acos(Math.min(1, Math.max(-1, cosine)))
}

/** The days of 2024. */
export const days: readonly Date[] = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(2024, 0, 1 + index)))
