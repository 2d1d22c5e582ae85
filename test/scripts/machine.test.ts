// From what a machine lacks to the packages that bring it, and to nothing where it lacks nothing.
import { describe, expect, it } from 'vitest'
import { describeMachine } from '../../scripts/machine/describe.mjs'
import { installCommand, listMissingPackages } from '../../scripts/machine/install.mjs'

const complete = { ...describeMachine(), missingLibraries: [], missingPrograms: [] }

describe('the packages that a machine lacks', () => {
  it('are none where nothing is missing', () => {
    expect(listMissingPackages(complete)).toEqual([])
  })

  it('are each named once', () => {
    const bare = {
      ...complete,
      missingLibraries: ['libnss3.so', 'libnspr4.so', 'libgbm.so.1', 'libasound.so.2', 'libgtk-3.so.0', 'libX11.so.6'],
      missingPrograms: ['xvfb-run', 'xauth']
    }
    const packages = ['xvfb', 'xauth', 'libnss3', 'libgbm1', 'libasound2', 'libgtk-3-0']
    expect(listMissingPackages(bare)).toEqual(packages)
    expect(installCommand(packages)).toContain('apt-get install -y --no-install-recommends xvfb xauth libnss3')
  })
})
