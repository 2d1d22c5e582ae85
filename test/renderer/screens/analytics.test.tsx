// Analytics: shares of people, never a person, and from each finding to the policy that would look at it.
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useNavigation } from '../../../src/renderer/navigation.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { FINDINGS } from '../made-catalogue.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const place = { screen: 'analytics' } as const

describe('the analytics', () => {
  test('show each finding with its share of all people, what it means and what is behind it', async () => {
    await openWindow(place, { answers: madeAnswers() })
    const finding = await screen.findByRole('region', { name: 'Ways by which data leaves' })
    expect(finding).toHaveTextContent('37 of 412 people have shared, mailed or copied files outside')
    const rows = within(within(finding).getByRole('table')).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'All together37 people, 9 %',
      'Shares items with outside people29 people, 7 %',
      'Copies files to removable media11 people, 3 %'
    ])
    expect(screen.getByRole('main')).toHaveTextContent(/fewer than five people do is not shown/)
    expect(document.body.textContent).not.toContain('ANON-')
    await expectAccessible()
  })

  test('lead to the new policy with the suggested template', async () => {
    const { user } = await openWindow(place, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Create this policy: Data theft by departing users' }))
    expect(useNavigation.getState().place).toEqual({
      screen: 'policy-new',
      template: 'data-theft-by-departing-users'
    })
  })

  test('leave out what fewer than five people do, even if it were sent', async () => {
    const [first, second] = FINDINGS
    await openWindow(place, {
      answers: answersWith({
        'analytics.run': () => ({
          findings: [
            {
              ...first,
              parts: [...(first?.parts ?? []), { indicator: 'print', name: 'Prints much', people: 4, share: 0.01 }]
            },
            { ...second, people: 4, share: 0.01 }
          ],
          people: 412,
          days: 92
        })
      })
    })
    await screen.findByRole('region', { name: 'Ways by which data leaves' })
    expect(screen.queryByRole('region', { name: 'People who leave and take data out' })).toBeNull()
    expect(screen.queryByText('Prints much')).toBeNull()
  })

  test('teach the next step while nothing is imported', async () => {
    const { user } = await openWindow(place, {
      answers: answersWith({ 'analytics.run': () => ({ findings: [], people: 0, days: 0 }) })
    })
    expect(await screen.findByRole('heading', { name: 'Nothing is imported yet' })).toBeInTheDocument()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Go to the imports' }))
    expect(useNavigation.getState().place).toEqual({ screen: 'imports' })
  })

  test('say that nothing reaches five people, which is not the same as nothing', async () => {
    await openWindow(place, {
      answers: answersWith({ 'analytics.run': () => ({ findings: [], people: 31, days: 60 }) })
    })
    expect(await screen.findByText(/That is not the same as nothing/)).toBeInTheDocument()
  })

  test('offer no creation to an analyst', async () => {
    await openWindow(place, { answers: madeAnswers(), workspace: { roles: ['analyst'] } })
    expect(await screen.findByText(/An administrator creates policies/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Create this policy/ })).toBeNull()
  })

  test('are one click away from the overview and one key from anywhere', async () => {
    const { user } = await openWindow({ screen: 'overview' }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Analytics without a policy' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Analytics' })).toBeInTheDocument()
    await user.keyboard('gpgy')
    expect(useNavigation.getState().place).toEqual(place)
  })
})
