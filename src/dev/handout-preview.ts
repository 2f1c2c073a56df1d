import { bundleAssets } from '../outputs/assets.ts'
import { renderHandout } from '../outputs/handout/handout-output.ts'
import { contentWidth } from '../outputs/handout/page-rules.ts'
import type { OutputTools } from '../outputs/output.ts'
import type { Story } from '../story/story.ts'
import type { OutputFile } from '../util/output-file.ts'

/** The handout's pages set their running headers and sizes in the page itself; nothing else is let in. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** handout.html: the very pages that are printed, one below the other on the screen. Throws InputError as the handout does. */
export async function makePreview(story: Story, { root, paper }: OutputTools): Promise<OutputFile[]> {
  const { files, paths } = await bundleAssets(root, ['src/outputs/handout/handout.css', 'src/client/live/live-handout.css'], {
    palette: story.deck.palette,
  })
  const { document } = await renderHandout(story, '', paper)
  const links = ['handout.css', 'live-handout.css'].map((name) => `<link rel="stylesheet" href="${paths[name]}">`)
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">
${links.join('\n')}
<style>:root{--live-width:${contentWidth(paper)}mm}`
  return [{ path: 'handout.html', contents: document.html.replace('<style>', () => head) }, ...files]
}
