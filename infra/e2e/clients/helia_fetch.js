// Fetches a file from one gateway alone with Helia, which checks every block, and prints size and SHA-256.
// Usage: helia_fetch.js CID GATEWAY
import { createServer } from 'node:http'
import { createHash } from 'node:crypto'
import { withHTTP } from '@helia/http'
import { unixfs } from '@helia/unixfs'
import { createHeliaLight } from 'helia'
import { CID } from 'multiformats/cid'

const [cid, gateway] = process.argv.slice(2)

// Without a router of its own it asks public ones.
const router = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end('{"Providers":[]}')
})
await new Promise(resolve => router.listen(0, '127.0.0.1', resolve))

const helia = await withHTTP(createHeliaLight(), {
  delegatedRouters: [`http://127.0.0.1:${router.address().port}`],
  recursiveGateways: [gateway],
  allowInsecure: true,
  allowLocal: true
}).start()
const hash = createHash('sha256')
let size = 0
for await (const part of unixfs(helia).cat(CID.parse(cid), { signal: AbortSignal.timeout(60_000) })) {
  hash.update(part)
  size += part.length
}
console.log(`${size} ${hash.digest('hex')}`)
await helia.stop()
router.close()
process.exit(0)
