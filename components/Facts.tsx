import type { Fact } from '../src/description.ts'

/** The quiet strip of a record's facts. Its columns have the same places on every slide. Without facts there is none. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ label, value, missing }) => (
        <div class="fact" key={label}>
          <dt>{label}</dt>
          <dd class={missing ? 'missing' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
