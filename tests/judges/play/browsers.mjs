// Browsers of several people, each a process of its own, driven from outside: node browsers.mjs ASKED.json
// Each line of its input is one deed as JSON, each line of its output how it ended. Pages keep their own rules (CSP, cookies);
// what the judge asks of a page is asked over the browser's own debugging line, which no page sees.
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { pathToFileURL } from 'node:url'

const asked = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const { chromium } = (await import(pathToFileURL(path.join(asked.playwright, 'index.js')).href)).default
const axe = fs.readFileSync(path.join(asked.axe, 'axe.min.js'), 'utf8')
const PATIENCE_MS = 60_000

const people = new Map()
const faults = []
const looked = new Set()
const media = []

const deeds = {
  async open ({ who, language, width, height, dark, phone }) {
    const browser = await chromium.launch({ executablePath: asked.browser, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] })
    const context = await browser.newContext({
      locale: language, timezoneId: 'Asia/Shanghai', viewport: { width, height }, colorScheme: dark ? 'dark' : 'light',
      isMobile: phone, hasTouch: phone, ignoreHTTPSErrors: true, acceptDownloads: true
    })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource.*\b(401|404)\b/.test(message.text())) faults.push(`${who}: console: ${message.text()}`) })
    page.on('pageerror', (error) => faults.push(`${who}: ${error}`))
    page.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`${who}: ${request.url()}: ${request.failure()?.errorText}`) })
    page.on('response', (answer) => heard(who, answer))
    people.set(who, { browser, context, page })
  },
  async go ({ who, url }) {
    const { page } = people.get(who)
    await page.goto(url, { waitUntil: 'load' })
    await look(who)
    return { url: page.url() }
  },
  async fill ({ who, at, text }) {
    const field = people.get(who).page.locator(at).first()
    if (await field.evaluate((element) => element.tagName) === 'SELECT') await field.selectOption(text)
    else await field.fill(text)
  },
  async tick ({ who, at, on }) { await people.get(who).page.locator(at).first().setChecked(on) },
  async click ({ who, at, stays }) {
    const { page } = people.get(who)
    const place = page.locator(at).first()
    if (stays) return await place.click()
    const arrived = page.waitForNavigation({ waitUntil: 'load' })
    await Promise.all([arrived, place.click()])
    await look(who)
    return { url: page.url() }
  },
  async press ({ who, key, moves }) {
    const { page } = people.get(who)
    const arrived = moves ? page.waitForNavigation({ waitUntil: 'load' }) : null
    await Promise.all([arrived, page.keyboard.press(key)])
    if (moves) await look(who)
    return { url: page.url() }
  },
  async tab ({ who, at, most }) {
    // To a control by the Tab key alone, as somebody without a mouse goes.
    const { page } = people.get(who)
    for (let step = 0; step < (most ?? 200); step += 1) {
      await page.keyboard.press('Tab')
      const [is, seen] = await page.evaluate((wanted) => {
        const here = document.activeElement
        const style = getComputedStyle(here)
        return [here.matches(wanted), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0]
      }, at)
      if (is) { if (!seen) faults.push(`${who}: the keyboard is not seen at ${at}`); return step + 1 }
    }
    throw new Error(`Tab does not lead to ${at}`)
  },
  async upload ({ who, at, files }) { await people.get(who).page.locator(at).first().setInputFiles(files) },
  async text ({ who, at }) { return await people.get(who).page.locator(at ?? 'body').first().innerText() },
  async all ({ who, at, name }) { return await people.get(who).page.locator(at).evaluateAll((found, wanted) => found.map((item) => wanted ? item.getAttribute(wanted) : item.innerText), name) },
  async ask ({ who, script, about }) { return await people.get(who).page.evaluate(`(${script})(${JSON.stringify(about ?? null)})`) },
  async save ({ who, at, file }) {
    const { page } = people.get(who)
    const coming = page.waitForEvent('download')
    await page.locator(at).first().click()
    const download = await coming
    await download.saveAs(file)
    return download.suggestedFilename()
  },
  async cookies ({ who }) { return await people.get(who).context.cookies() },
  async shot ({ who, file, whole }) { await people.get(who).page.screenshot({ path: file, fullPage: whole ?? true }) },
  async media () { return media },
  async faults () { return faults },
  async looked () { return [...looked] }
}

const lines = readline.createInterface({ input: process.stdin })
for await (const line of lines) {
  const deed = JSON.parse(line)
  try {
    console.log(JSON.stringify({ ok: true, said: (await deeds[deed.do](deed)) ?? null }))
  } catch (error) {
    console.log(JSON.stringify({ ok: false, said: String(error) }))
  }
}
for (const { browser } of people.values()) await browser.close()

async function heard (who, answer) {
  const headers = answer.headers()
  const where = new URL(answer.url()).pathname
  const kind = answer.request().resourceType()
  if (kind === 'media') media.push([answer.status(), headers['content-type'] ?? '', headers['content-range'] ?? ''])
  if (answer.status() >= 500) faults.push(`${who}: ${answer.status()} of ${where}`)
  if (kind !== 'document' || answer.status() >= 300) return
  if (!(headers['content-security-policy'] ?? '').includes("default-src 'none'")) faults.push(`${who}: ${where} lets scripts in: ${headers['content-security-policy']}`)
  if (headers['cache-control'] !== 'no-store') faults.push(`${who}: ${where} may be kept: ${headers['cache-control']}`)
}

async function look (who) {
  const { page } = people.get(who)
  const address = new URL(page.url())
  const place = address.pathname.replace(/[0-9a-f-]{36}/g, 'ID').replace(/\/c\/[^/]+/, '/c/TOKEN').replace(/[0-9a-f]{64}/g, 'SHA')
  const key = `${who} ${place}`
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) faults.push(`${who}: ${place} is ${wide} px wider than the screen`)
  if (looked.has(key)) return
  looked.add(key)
  if (!(await page.evaluate(() => document.contentType)).includes('html')) return
  const found = await page.evaluate(`${axe}; axe.run(document)`)
  for (const item of found.violations.filter((each) => ['serious', 'critical'].includes(each.impact))) {
    faults.push(`${who}: ${place}: ${item.id}: ${item.help}: ${item.nodes.slice(0, 2).map((node) => node.html).join(' | ')}`)
  }
}
