// Plain JavaScript for any Node from version 20; npm runs it at the end of an installation (`prepare` in package.json).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { nodeProgram, root } from './install.mjs'

/** Does what the first start would have to do before it can serve. Where it fails the installation is good all the same: that start does it. */
try {
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'), ...process.env }
  spawnSync(nodeProgram(), [join(root, 'src', 'app', 'prepare.ts')], { cwd: root, env, stdio: 'inherit' })
} catch (error) {
  console.error(error.message)
}
