// A phone's browser opens the page of a pairing and sends files: node phone_page.mjs ASKED.json
// Prints one JSON object: what the page said of each file, what axe-core and the console said, what a second phone was answered.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const asked = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const { chromium } = (await import(pathToFileURL(path.join(asked.playwright, 'index.js')).href)).default
const browser = await chromium.launch({ executablePath: asked.browser, args: ['--no-sandbox'] })
const phone = { viewport: { width: 390, height: 844 }, ignoreHTTPSErrors: true }
// The page's own rules hold while it sends: only the second visit may run the judge's script beside them.
const context = await browser.newContext(phone)
const page = await context.newPage()
const said = []
page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()) })
page.on('pageerror', (error) => said.push(String(error)))
await page.goto(asked.address)
await page.setInputFiles('#files', asked.files)
await page.waitForFunction((count) => document.querySelectorAll('li.safe').length === count, asked.files.length, { timeout: 60000 })
await page.waitForFunction((count) => document.getElementById('state').textContent.includes(String(count)), asked.files.length)
const told = await page.$$eval('li', (items) => items.map((item) => item.innerText))
const state = await page.textContent('#state')
await page.screenshot({ path: asked.picture, fullPage: true })
const cookies = await context.cookies()
const looking = await browser.newContext({ ...phone, bypassCSP: true })
await looking.addCookies(cookies)
const again = await looking.newPage()
await again.goto(asked.address)
await again.addScriptTag({ content: fs.readFileSync(path.join(asked.axe, 'axe.min.js'), 'utf8') })
const found = await again.evaluate(() => axe.run())
const serious = found.violations.filter((item) => ['serious', 'critical'].includes(item.impact)).map((item) => item.id)
const other = await (await browser.newContext(phone)).newPage()
const answer = await other.goto(asked.address)
console.log(JSON.stringify({ told, state, said, serious, other: answer.status(), cookies: cookies.map(({ name, httpOnly, secure, sameSite }) => ({ name, httpOnly, secure, sameSite })) }))
await browser.close()
