/** Coefficients of the Equal Earth projection (Šavrič, Patterson and Jenny, 2018). */
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796]
const M = Math.sqrt(3) / 2

/**
 * Where the Equal Earth projection, as Vega draws it, puts a place: px for a scale and the px of 0° 0°.
 * Charts need it to keep circles and names apart, which Vega-Lite cannot do.
 */
export function equalEarth(
  [longitude, latitude]: readonly [number, number],
  scale: number,
  [x0, y0]: readonly [number, number],
): [number, number] {
  const theta = Math.asin(M * Math.sin((latitude * Math.PI) / 180))
  const square = theta ** 2
  const sixth = square ** 3
  const x = (((longitude * Math.PI) / 180) * Math.cos(theta)) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
  const y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
  return [x0 + scale * x, y0 - scale * y]
}
