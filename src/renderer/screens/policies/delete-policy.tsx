/** Asks before a policy is deleted, and says what stays. */
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { replace } from '../../navigation.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { usePolicyList } from './state.ts'

interface DeletePolicyProps {
  readonly id: number
  readonly name: string
  readonly onClose: () => void
}

export function DeletePolicy({ id, name, onClose }: DeletePolicyProps) {
  const remove = useChange('policy.delete')
  const confirm = () =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          tell({ says: 'Policy deleted. Its alerts and cases stay.' })
          usePolicyList.setState({ openedId: null, focusedId: null })
          replace({ screen: 'policies' })
        }
      }
    )
  return (
    <ConfirmDialog
      title="Delete this policy"
      verb="Delete the policy"
      isBusy={remove.isPending}
      failure={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      “<MaskedText text={name} />” will raise no further alerts. Alerts and cases that it has led to stay, with the
      version of the policy behind them. To stop it for a while only, switch it off instead.
    </ConfirmDialog>
  )
}
