import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { RecordSlide } from '../../components/record-slide.tsx'
import { records } from '../../data/records.ts'

test.each(records.map((record) => [record.name, record] as const))(
  '%s without a slide of its own gets a sentence with its numbers',
  (name, record) => {
    const { headline, body, notes } = RecordSlide(record)
    const [sentence, text, spoken] = [headline, body, notes].map((part) => renderToString(<p>{part}</p>))
    expect(sentence).toMatch(new RegExp(`^<p>${name} sold \\$.* and bought \\$`))
    expect(`${sentence}${text}${spoken}`).not.toMatch(/NaN|undefined|null/)
    expect(text).toMatch(/× as much/)
    expect(spoken).toContain(name)
  },
)
