import { records } from '../data/records.ts'

/** Every letter with its facts. */
export function Table() {
  return (
    <div class="record-table">
      <table class="records" data-sortable>
        <thead>
          <tr>
            {['name', 'family', 'size'].map((key) => (
              <th key={key} scope="col" class={key} data-key={key}>
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, name, family, size }) => (
            <tr key={id} data-id={id}>
              <th scope="row" class="name">
                {name}
              </th>
              <td class="family">{family}</td>
              <td class="size" data-value={size}>
                {size}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
