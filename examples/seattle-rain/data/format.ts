import { createAmount, createFormat } from 'countdown-story'

/** How this deck prints numbers. */
export const format = createFormat('en')

/** `count(18.3)` is `18`, `percent(0.178)` is `18 %`, `times(13.3)` is `13×`. */
export const { count, percent, times } = format

/** `mm(160.6)` is `160.6 mm`, `celsius(26)` is `26.0 °C`. */
export const mm = createAmount('en', { unit: 'mm', digits: 1 })
export const celsius = createAmount('en', { unit: '°C', digits: 1 })
