import fc from 'fast-check'

/** Chance is new on every run, so that it finds more each time; in CI it is the same, so that a red run means a red change. */
if (process.env['CI']) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 })
