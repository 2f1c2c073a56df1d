import { messagesOf } from '../../messages/messages.ts'
import type { Story } from '../../story/story.ts'
import { ASSETS } from '../../util/output-file.ts'
import { bundleAssets, inlineStyle } from '../assets.ts'
import { FOLDER as EMBED } from '../embed/embeds.ts'
import { escapeMarkup, POLICY, policyFor, policyWith, renderPage } from '../html-page.ts'
import type { Output } from '../output.ts'
import { FOLDER as SHARE } from '../share/sharing.ts'

const STYLE = 'src/outputs/hosting/not-found.css'
const SCRIPT = 'src/client/ui/find-story.ts'

/** What static hosts read: headers, the page for addresses that lead nowhere, and a file that tells GitHub to serve the folder as it is. */
export const hosting: Output = {
  async make(story, { root, baseUrl = '' }) {
    const { files } = await bundleAssets(root, [SCRIPT])
    const inside = { script: String(files[0]?.contents), style: await inlineStyle(root, STYLE) }
    return [
      { path: '_headers', contents: renderHeaders(hostingRules(policyWith(inside), policyFor(story))) },
      { path: '404.html', contents: renderNotFound(story, baseUrl, inside) },
      { path: '.nojekyll', contents: '' },
    ]
  },
}

/** Headers for the addresses that match a pattern; `*` stands for any rest. */
export interface HeaderRule {
  pattern: string
  headers: Readonly<Record<string, string>>
}

/** Their names carry their content, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Kept, but asked for every time whether it is still the same. */
const ASK = 'no-cache'

/**
 * Hosts join the values of a header that two rules set, so no address has two rules with the same header. The policy goes to pages
 * and assets, since some browsers show no PDF under it; where the page for lost addresses may be shown, it is that page's. The
 * policy of the one file names what is in it, and stands there alone. Only charts to embed may be shown in frames on other sites. Some hosts
 * serve `read.html` as `/read`.
 */
export function hostingRules(notFound = POLICY, policy = POLICY): HeaderRule[] {
  const namesOf = (name: string) => [`/${name}`, `/${name}.html`]
  const pages = ['/', ...['index', 'read', 'speaker'].flatMap(namesOf)]
  const files = ['/slides.pdf', '/handout.pdf', '/notes.pdf', '/licences.txt', '/manifest.json', '/data/*']
  const alone = { 'Cache-Control': ASK, 'Cross-Origin-Opener-Policy': 'same-origin', 'X-Frame-Options': 'SAMEORIGIN' }
  const page = { ...alone, 'Content-Security-Policy': policy }
  return [
    { pattern: '/*', headers: { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } },
    { pattern: `/${ASSETS}/*`, headers: { 'Cache-Control': FOREVER, 'Content-Security-Policy': notFound } },
    ...pages.map((pattern) => ({ pattern, headers: page })),
    ...[...namesOf('404'), `/${SHARE}/*`].map((pattern) => ({
      pattern,
      headers: { ...page, 'Content-Security-Policy': notFound },
    })),
    { pattern: `/${EMBED}/*`, headers: { 'Cache-Control': ASK, 'Content-Security-Policy': notFound } },
    ...namesOf('story').map((pattern) => ({ pattern, headers: alone })),
    ...files.map((pattern) => ({ pattern, headers: { 'Cache-Control': ASK } })),
  ]
}

/** The syntax of Netlify and Cloudflare Pages. */
function renderHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) =>
      [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n')
}

/**
 * Shown at any depth below the story's address, so it brings its style and a script that finds the story. Where the address is
 * known, the links lead there without a script.
 */
function renderNotFound({ deck }: Story, baseUrl: string, { script, style }: { script: string; style: string }): string {
  const { mark, notFound } = messagesOf(deck.lang)
  return renderPage({
    lang: deck.lang,
    title: `${notFound.title} – ${deck.title}`,
    policy: policyWith({ script, style }),
    head: `<meta name="robots" content="noindex">
<style>${style}</style>`,
    body: `<main>
<h1${mark}>${escapeMarkup(notFound.title)}</h1>
<p><a href="${escapeMarkup(`${baseUrl}read.html`)}">${escapeMarkup(deck.title)}</a></p>
<p${mark}><a href="${escapeMarkup(`${baseUrl}index.html`)}">${escapeMarkup(notFound.slides)}</a></p>
</main>
${baseUrl === '' ? `<script>${script}</script>` : ''}`,
  })
}
