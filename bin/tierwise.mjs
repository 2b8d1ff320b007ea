#!/usr/bin/env node
// Plain JavaScript for any Node from version 20: installs what is missing, finds a Node that runs TypeScript, starts it.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, nodeProgram, root } from './install.mjs'

const [program, ...rest] = programArguments(process.argv.slice(2))
const node = prepared()
// Halves the time that reading the program takes, from its second start on.
const compiled = join(root, 'node_modules', '.cache', 'compiled')
if (node === process.execPath) {
  module.enableCompileCache?.(compiled)
  process.argv = [process.execPath, program, ...rest]
  await import(pathToFileURL(program).href)
} else {
  runWith(node, [program, ...rest])
}

function prepared() {
  try {
    install()
    return nodeProgram()
  } catch (error) {
    console.error(error.message)
    process.exit(69)
  }
}

/** `run FILE …` runs a TypeScript file of this repository; everything else goes to the command line proper. */
function programArguments([command, file, ...rest]) {
  const given = file === undefined ? rest : [file, ...rest]
  if (command === 'run' && file !== undefined) return [resolve(root, file), ...rest]
  return [join(root, 'src', 'app', 'cli.ts'), ...(command === undefined ? [] : [command]), ...given]
}

function runWith(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', env: { NODE_COMPILE_CACHE: compiled, ...process.env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => {
    console.error(`${node} does not run: ${error.message}`)
    process.exit(69)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
