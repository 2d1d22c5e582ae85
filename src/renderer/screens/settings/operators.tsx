/** Who may work in this workspace and as what; an administrator adds people of the desk, never shared accounts. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState } from 'react'
import { ROLES, type Role } from '../../../shared/domain/role.ts'
import { useChange, useRead } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useMay } from '../../workspace.ts'
import { OperatorField, PassphraseField } from '../unlock/fields.tsx'
import { judgePassphrase } from '../unlock/passphrase.ts'
import { SettingsPart } from './settings-part.tsx'

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  admin: 'Administrator: policies, imports, operators',
  analyst: 'Analyst: works the alert queue',
  investigator: 'Investigator: works cases, may ask for a reveal',
  approver: 'Approver: grants or refuses reveals',
  auditor: 'Auditor: reads the audit log, no case content'
}

export function Operators() {
  const operators = useRead('operator.list', {})
  const mayAdd = useMay('operator.add')
  const [isAdding, setAdding] = useState(false)
  return (
    <SettingsPart title="Operators">
      <FailureNote failure={operators.error} onAgain={() => void operators.refetch()} />
      {operators.isLoading ? <LoadingLine /> : null}
      <Box
        component="table"
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          '& th, & td': { textAlign: 'start', py: 1, pr: 4, borderBottom: 1, borderColor: 'divider', fontWeight: 400 },
          '& thead th': { color: 'text.secondary', typography: 'caption' }
        }}
      >
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Roles</th>
            <th scope="col">State</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {(operators.data ?? []).map(({ name, roles, status, lastSeenMs }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{roles.join(', ')}</td>
              <td>{status}</td>
              <td>{lastSeenMs === null ? 'never' : <Moment atMs={lastSeenMs} />}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      {mayAdd ? (
        <Button variant="outlined" sx={{ mt: 3 }} onClick={() => setAdding(true)}>
          Add an operator…
        </Button>
      ) : null}
      {isAdding ? <AddOperator onClose={() => setAdding(false)} /> : null}
    </SettingsPart>
  )
}

function AddOperator({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [ownPassphrase, setOwnPassphrase] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const add = useChange('operator.add')
  const judgement = judgePassphrase(passphrase)
  const toggle = (role: Role) =>
    setRoles(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role])
  return (
    <ConfirmDialog
      title="Add an operator"
      verb="Add"
      isBusy={add.isPending}
      isReady={name.trim() !== '' && roles.length > 0 && judgement.isEnough && ownPassphrase !== ''}
      failure={add.error}
      onClose={onClose}
      onConfirm={() =>
        add.mutate(
          { name, roles: [...roles], passphrase, ownPassphrase },
          {
            onSuccess: (added) => {
              tell({ says: `${added.name} may now unlock this workspace.` })
              onClose()
            }
          }
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <OperatorField label="Operator name" value={name} onChange={setName} hasFocus />
        <Box role="group" aria-label="Roles">
          {ROLES.map((role) => (
            <FormControlLabel
              key={role}
              sx={{ display: 'flex' }}
              control={<Checkbox checked={roles.includes(role)} onChange={() => toggle(role)} />}
              label={ROLE_WORDS[role]}
            />
          ))}
        </Box>
        <PassphraseField
          label="First passphrase of this operator"
          value={passphrase}
          onChange={setPassphrase}
          helper={judgement.says}
        />
        <PassphraseField
          label="Your own passphrase"
          value={ownPassphrase}
          onChange={setOwnPassphrase}
          helper="Only with it can the workspace’s keys be sealed for the new operator."
          isWrong={add.error?.failure.code === 'wrong-passphrase'}
        />
      </Box>
    </ConfirmDialog>
  )
}
