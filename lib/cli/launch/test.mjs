import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { inRoot, root } from './paths.mjs'
import { runOpenly, Sentence, step } from './progress.mjs'

/**
 * `npm test`: lint, types, unit, integration, then the browser, ending with one line of counts. With a noun, only that
 * noun's tests, at once; `--e2e` adds its browser tests.
 */
export async function test(node, args) {
  const noun = args.find((arg) => !arg.startsWith('-'))
  const total = { passed: 0, failed: 0 }
  const count = (result) => {
    total.passed += result.passed
    total.failed += result.failed
  }
  if (!noun)
    await check('Linting', count, [
      node,
      ['node_modules/@biomejs/biome/bin/biome', 'check', '--config-path', 'tests/biome.json', '.'],
    ])
  const browser = !noun || args.includes('--e2e')
  const built = !browser || (await build(node, count))
  if (!noun) await check('Checking types', count, [node, ['node_modules/typescript/bin/tsc', '--noEmit']])
  count(await vitest(node, ['unit', 'integration'], noun))
  if (browser && built) count(await vitest(node, ['e2e'], noun))
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

async function check(title, count, [node, args]) {
  const code = await step(title, () => runOpenly(node, args.map(absolute), { cwd: root }))
  if (code !== 0) console.error(`  ${title} found errors.`)
  count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
}

const absolute = (arg) => (arg.startsWith('node_modules/') ? inRoot(arg) : arg)

async function build(node, count) {
  try {
    await ensureBuilt(node)
    return true
  } catch (error) {
    if (!(error instanceof Sentence)) throw error
    console.error(error.message)
    count({ passed: 0, failed: 1 })
    return false
  }
}

async function vitest(node, projects, noun) {
  const report = inRoot('tests/.artifacts', `${projects.join('-')}.json`)
  mkdirSync(inRoot('tests/.artifacts'), { recursive: true })
  rmSync(report, { force: true })
  const code = await runOpenly(
    node,
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      ...(noun ? [`tests/${noun}/`] : []),
      '--config=tests/vitest.config.ts',
      ...projects.map((project) => `--project=${project}`),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: 'test' } },
  )
  const counts = readReport(report)
  // Something outside the tests went wrong: a file that does not load, an error nobody awaited.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readReport(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const unloaded = report.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}
