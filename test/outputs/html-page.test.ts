import { expect, test } from 'vitest'
import { POLICY, renderPage } from '../../src/outputs/html-page.ts'

test('the policy allows the page its own files and nothing unsafe', () => {
  expect(POLICY).toMatch(/^default-src 'none'; /)
  expect(POLICY).not.toMatch(/unsafe|\*|https?:/)
})

test('data stay text in title, language and description', () => {
  const html = renderPage({ lang: 'e"n', title: '</title><script>x</script>', description: '"><img src=x>', head: '', body: '' })
  expect(html).toContain('<html lang="e&quot;n">')
  expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>')
  expect(html).toContain('content="&quot;&gt;&lt;img src=x&gt;"')
})
