/** What axe finds in the real window: nothing of weight may be left. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export async function expectNoViolation(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const run: unknown = Reflect.get(globalThis, 'axe')
    if (typeof run !== 'object' || run === null || !('run' in run) || typeof run.run !== 'function')
      return ['axe is missing']
    const result: { violations: { id: string; impact: string; nodes: { html: string }[] }[] } = await run.run()
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  })
  expect(found).toEqual([])
}
