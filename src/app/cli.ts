import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { createLog } from '#platform/log.ts'
import { exitCodes, report } from './exit-codes.ts'
import { addPlanCommand } from './plan-command.ts'
import { settings } from './settings.ts'

const environmentFile = fileURLToPath(new URL('../../.env', import.meta.url))
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile)

// Whoever reads along may stop reading (| head): no mistake of ours, and no reason for a desk to close.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const program = new Command('tierwise')
  .description('A support desk for Microsoft Intune deployments, run by your support plan.')
  .showHelpAfterError()
  .exitOverride((end) => process.exit(end.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse))

program
  .command('start')
  .description('open the desk: database, web pages, API and jobs, until told to stop')
  .option('--demo', 'open a living example instead: 1,200 people in their second rollout wave')
  .action(async ({ demo = false }: { demo?: boolean }) => {
    const { start } = await import('./start.ts')
    await start({ ...settings(), demo })
  })

program
  .command('demo')
  .description('the same as start --demo')
  .action(async () => {
    const { start } = await import('./start.ts')
    await start({ ...settings(), demo: true })
  })

program
  .command('worker')
  .description('run jobs only, beside nodes that serve (needs DATABASE_URL)')
  .action(async () => {
    const { runWorkerNode } = await import('./worker-node.ts')
    await runWorkerNode(settings())
  })

program
  .command('admin-link')
  .description('print a new one-time link that makes whoever opens it an administrator')
  .option('--organisation <short name>', 'whose administrator; needed when there are several organisations')
  .option('--json', 'print the link as JSON')
  .action(async ({ organisation, json }: { organisation?: string; json?: boolean }) => {
    const { adminLink } = await import('./admin-link.ts')
    const link = await adminLink(settings(), organisation)
    console.log(json ? JSON.stringify({ link }) : link)
  })

program
  .command('migrate')
  .description('bring the database up to date and stop')
  .option('--json', 'print the names of the applied migrations as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const { migrateOnce } = await import('./migrate.ts')
    const applied = await migrateOnce(settings())
    if (json) console.log(JSON.stringify({ applied }))
    else console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  })

program
  .command('doctor')
  .description('look at this machine, the data folder and the database; changes nothing')
  .option('--json', 'print the findings as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const { examine } = await import('./doctor.ts')
    const findings = await examine(settings().config)
    if (json) console.log(JSON.stringify({ findings }))
    else {
      for (const { about, well, found, advice } of findings) {
        console.log(
          `${well ? 'well ' : 'WRONG'}  ${about}: ${found}${advice === undefined ? '' : `\n       ${advice}`}`,
        )
      }
    }
    if (findings.some(({ well }) => !well)) process.exitCode = exitCodes.failed
  })

addPlanCommand(program, settings)

program
  .command('generate')
  .description('write what follows from the migrations and contracts: row types, schema.sql, openapi.json')
  .option('--check', 'write nothing; fail when something would change')
  .action(async ({ check }: { check?: boolean }) => {
    const { generate, findStale } = await import('./generate.ts')
    const log = createLog('warn')
    const changed = check ? await findStale(log) : await generate(log)
    for (const path of changed) console.log(`${check ? 'out of date' : 'written'}: ${path}`)
    if (changed.length === 0) console.log('Everything generated is up to date.')
    else if (check) {
      console.error('Run "npm run generate" and commit what it writes.')
      process.exitCode = exitCodes.failed
    }
  })

await program.parseAsync().catch(report)
