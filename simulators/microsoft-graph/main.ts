import { parseArgs } from 'node:util'
import { startSimulator } from './simulator.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7400' },
    seed: { type: 'string', default: '1' },
    devices: { type: 'string', default: '1500' },
  },
})
const [port, seed, devices] = [values.port, values.seed, values.devices].map(Number)
if (![port, seed, devices].every((one) => Number.isInteger(one) && Number(one) >= 0)) {
  process.stderr.write('Give whole numbers: npm run simulator -- --port 7400 --seed 1 --devices 1500\n')
  process.exit(64)
}
const simulator = await startSimulator({ port: port ?? 0, seed: seed ?? 1, devices: devices ?? 1500 })
const { connection } = simulator
process.stdout.write(`A simulated Microsoft tenant answers at ${simulator.url}

Type this in Tierwise under Intune, with addresses of your own, which may be on this machine:
  Directory (tenant) id   ${connection.tenantId}
  Address to sign in      ${connection.loginUrl}
  Address of Graph        ${connection.graphUrl}
  Registration that reads ${connection.read.clientId}
    secret                ${connection.read.secret}
  Registration that acts  ${connection.act.clientId}
    secret                ${connection.act.secret}
  Channel webhook         ${simulator.webhook}

What is in it, and how to steer it: ${simulator.url}/simulator and docs/guides/simulator.md
`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
