import { bundleAssets } from '../outputs/assets.ts'
import { escapeMarkup, renderPage } from '../outputs/html-page.ts'

/** Puts the live client into a page, before every script of its own, so that it sees the page as it was sent. */
export function withLiveScript(html: string, version: string): string {
  return html.replace(
    '</title>',
    () => `</title>\n<script defer src="/live.js" data-version="${escapeMarkup(version)}"></script>`,
  )
}

/** What is served for a page that could never be made yet; the client shows on it what is wrong. */
export function waitingPage(version: string): string {
  const page = renderPage({
    lang: 'en',
    title: 'Waiting for the deck',
    head: '<link rel="stylesheet" href="/live.css" data-live>',
    body: '<main class="live-waiting"><p>This page comes by itself as soon as the deck can be built.</p></main>',
  })
  return withLiveScript(page, version)
}

/** The live client's own files, by path. They are never part of a build. */
export async function liveFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const { files, paths } = await bundleAssets(root, ['src/client/live/start-live.ts', 'src/client/live/live.css'])
  const contents = (name: string) => String(files.find(({ path }) => path === paths[name])?.contents ?? '')
  return new Map(['live.js', 'live.css'].map((name) => [name, contents(name)]))
}
