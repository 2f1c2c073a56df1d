/** The dialogs: jump and help. Their scripts fill them. */
export function renderDialogs(): string {
  return `<dialog id="jump" aria-label="Go to a part of the story">
<label for="jump-query">Go to rank or name</label>
<input id="jump-query" type="text" role="combobox" aria-expanded="false" aria-controls="jump-list" aria-autocomplete="list" autocomplete="off" spellcheck="false">
<ul id="jump-list" role="listbox" aria-label="Parts found"></ul>
<p role="status"></p>
</dialog>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<table><thead class="visually-hidden"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead><tbody></tbody></table>
<button type="button" data-close>Close</button>
</dialog>`
}
