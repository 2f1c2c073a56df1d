import { createAmount, createFormat } from 'countdown-story'

/** How this deck prints numbers. */
export const format = createFormat('en')

/** `count(144)` is `144`. */
export const { count } = format

/** `difference(0.61)` is `+0.61 °C`, `degrees(0.61)` is `0.61 °C`. */
export const difference = createAmount('en', { unit: '°C', digits: 2, signed: true })
export const degrees = createAmount('en', { unit: '°C', digits: 2 })
