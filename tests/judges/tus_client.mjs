// What tus-js-client does with a centre: `node tus_client.mjs PLAN` reads a plan as JSON and prints what came of each way.
// The plan names the module, the endpoint, the headers, and for each way the file, its hash and the client's own options.

import fs from 'node:fs'
import { createRequire } from 'node:module'

const plan = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const tus = createRequire(import.meta.url)(plan.module)

function upload(way, more = {}) {
  const made = {}
  made.done = new Promise((resolve, reject) => {
    made.upload = new tus.Upload(fs.createReadStream(way.file), {
      endpoint: plan.endpoint,
      headers: plan.headers,
      metadata: { sha256: way.sha256 },
      uploadSize: way.size,
      retryDelays: [0, 50, 100],
      onSuccess: resolve,
      onError: reject,
      ...way.options,
      ...more,
    })
  })
  return made
}

async function whole(way) {
  const made = upload(way)
  made.upload.start()
  await made.done
  return made.upload.url
}

// Stop in the middle, and let another object go on at the URL alone.
async function cut(way) {
  const first = upload(way, { chunkSize: 64 * 1024, onProgress: () => {} })
  first.done.catch(() => {})
  await new Promise((resolve) => {
    first.upload.options.onChunkComplete = (size, accepted) => {
      if (accepted >= 128 * 1024) {
        first.upload.abort().then(resolve)
      }
    }
    first.upload.start()
  })
  const second = upload(way, { uploadUrl: first.upload.url, chunkSize: 64 * 1024 })
  second.upload.start()
  await second.done
  return first.upload.url
}

// End it in the middle; its URL is gone, and the next one begins anew.
async function ended(way) {
  const first = upload(way, { chunkSize: 64 * 1024 })
  first.done.catch(() => {})
  await new Promise((resolve, reject) => {
    first.upload.options.onChunkComplete = () => {
      first.upload.abort(true).then(resolve, reject)
    }
    first.upload.start()
  })
  const gone = await fetch(first.upload.url, { method: 'HEAD', headers: { ...plan.headers, 'tus-resumable': '1.0.0' } })
  if (gone.status !== 404 && gone.status !== 410) {
    throw new Error(`still there: ${gone.status}`)
  }
  return whole(way)
}

async function twice(way) {
  await whole(way)
  return whole(way)
}

const ways = { whole, cut, ended, twice }
const found = {}
for (const way of plan.ways) {
  try {
    found[way.name] = { url: await ways[way.how](way) }
  } catch (error) {
    found[way.name] = { error: String(error) }
  }
}
console.log(JSON.stringify(found))
process.exit(0)
