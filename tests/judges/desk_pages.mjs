// Looks at pages in a real browser with axe-core, and walks them by the Tab key alone: node desk_pages.mjs ASKED.json
// Prints one JSON object a page: what axe found, what the browser's console said, and how many controls the Tab key reached.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const asked = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const { chromium } = (await import(pathToFileURL(path.join(asked.playwright, 'index.js')).href)).default
const axe = fs.readFileSync(path.join(asked.axe, 'axe.min.js'), 'utf8')

const ENTER = Symbol('the digits of the customer are typed')
const browser = await chromium.launch({ executablePath: asked.browser, args: ['--no-sandbox'] })
for (const language of asked.languages) {
  for (const [width, height] of asked.sizes) {
    // The pages forbid every script; the judge alone may run one.
    const context = await browser.newContext({ locale: language, viewport: { width, height }, bypassCSP: true })
    const page = await context.newPage()
    const said = []
    page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()) })
    page.on('pageerror', (error) => said.push(String(error)))
    await page.goto(asked.url + '/')
    await page.fill('input[name=user]', asked.user)
    await page.fill('input[name=password]', asked.password)
    await page.keyboard.press('Enter')
    await page.waitForSelector('form[action="/sign-out"]')
    // A form that a browser sends is taken for one of another site if the page's headers keep it from saying where it comes from.
    await page.goto(asked.url + asked.writes)
    await page.click('form[action$="/links"] button')
    await page.waitForSelector('p.done')
    for (const target of [...asked.pages, ENTER, ...asked.customer]) {
      if (target === ENTER) {
        await page.goto(asked.url + asked.customer[0])
        await page.fill('input[name=digits]', asked.digits)
        await page.keyboard.press('Enter')
        await page.waitForSelector('form.leave')
        continue
      }
      said.length = 0
      const answer = await page.goto(asked.url + target)
      // The browser notes a page that is not there, or wants something first, as an error of its own.
      if ([401, 404].includes(answer.status())) said.length = 0
      const looked = target.endsWith('/photos/look') ? await lookedThrough(page) : null
      await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true }))
      await page.addScriptTag({ content: axe })
      const result = await page.evaluate(() => axe.run(document))
      const serious = result.violations.filter((item) => ['serious', 'critical'].includes(item.impact))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      const controls = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((item) => item.type !== 'hidden').length)
      const reached = await walked(page, controls)
      console.log(JSON.stringify({
        page: target, language, size: `${width}x${height}`, said: [...said], wide, controls, reached, looked,
        serious: serious.map((item) => ({ id: item.id, help: item.help, nodes: item.nodes.slice(0, 3).map((node) => node.html) })),
      }))
    }
    await context.close()
  }
}
await browser.close()

async function lookedThrough (page) {
  // From photo to photo by Enter alone; each must be seen, with its picture there, before the next key.
  const seen = []
  for (;;) {
    const here = await page.evaluate(async () => {
      const link = document.activeElement
      const article = link.closest('article.look')
      if (article === null) return null
      const picture = article.querySelector('img')
      if (picture !== null && !picture.complete) await new Promise((resolve) => { picture.onload = picture.onerror = resolve })
      const box = link.getBoundingClientRect()
      const shows = picture === null || picture.naturalWidth > 0
      return { id: link.id, seen: box.top >= 0 && box.bottom <= window.innerHeight && shows }
    })
    if (here === null || (seen.length > 0 && here.id === seen.at(-1).id)) return seen.filter((item) => item.seen).length
    seen.push(here)
    await page.keyboard.press('Enter')
  }
}

async function walked (page, most) {
  // A field for a date takes several steps, one for each part of it.
  const seen = new Set()
  for (let step = 0; step < 5 * most + 20; step += 1) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(() => {
      const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      const at = all.indexOf(document.activeElement)
      if (at < 0) return null
      const style = getComputedStyle(document.activeElement)
      return { at, shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 }
    })
    if (place !== null && place.shown) seen.add(place.at)
    if (seen.size >= most) break
  }
  return seen.size
}
