/** A new workspace, made in the window as an operator makes it, and the sample evidence imported into it. */
import path from 'node:path'
import { type InwardWindow, ROOT } from './inward-window.ts'

const SAMPLE = path.join(ROOT, 'assets', 'sample')

export async function createWorkspace(inward: InwardWindow, passphrase: string): Promise<void> {
  await fillNewWorkspace(inward, passphrase)
  await inward.press('Enter')
  await inward.page.getByRole('navigation').waitFor()
}

/** Leaves the filled form in view. */
export async function fillNewWorkspace(inward: InwardWindow, passphrase: string): Promise<void> {
  const { page } = inward
  await inward.answerDialog([path.join(inward.folder, 'case-room')])
  await page.getByRole('button', { name: 'Create a workspace…' }).click()
  await page.getByLabel('Operator').fill('ines')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('The same passphrase again', { exact: true }).fill(passphrase)
}

/** `look` is called while the dialog shows what will be imported. */
export async function importSample(inward: InwardWindow, look?: () => Promise<void>): Promise<void> {
  const { page } = inward
  await inward.answerDialog([path.join(SAMPLE, 'audit'), path.join(SAMPLE, 'hr')])
  await inward.press('g', 'i')
  await page.getByRole('button', { name: 'Import a folder…' }).first().click()
  await page.getByRole('dialog').waitFor()
  await look?.()
  await inward.press('Enter')
  await page.getByRole('status', { name: 'Result of the import' }).waitFor({ timeout: 120_000 })
}
